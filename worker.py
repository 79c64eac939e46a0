"""The workers: processes that read books and send e-mail, and a parent that sweeps. Never loads eventlet."""

import logging
import os
import signal
import sys
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Any

from dotenv import load_dotenv
from flask import Flask
from redis import Redis, RedisError
from rq import Queue, Worker
from rq.executions import Execution
from rq.job import Job
from rq.serializers import JSONSerializer
from rq.worker_pool import WorkerPool
from sqlalchemy.exc import SQLAlchemyError

import bookanalysis.jobs.email
import bookanalysis.jobs.process_book  # noqa: F401  loaded once, before the workers fork
from bookanalysis.ai.readers.errors import ReaderMisconfigured
from bookanalysis.app import create_app
from bookanalysis.config import Config
from bookanalysis.environment import PROJECT
from bookanalysis.extensions import QueueName, db
from bookanalysis.jobs.lease import asked_to_stop
from bookanalysis.jobs.maintenance import sweep
from bookanalysis.jobs.purging import purge_answers, purge_traces_of_accounts
from bookanalysis.jobs.reader_settings import check_configured_reader
from bookanalysis.jobs.removal import purge_books, remove_unknown_files
from bookanalysis.logs.context import noting
from bookanalysis.logs.setup import Process, set_up_logging
from bookanalysis.production import refuse_unsafe
from bookanalysis.running.tied import end_with_parent

A_DAY = 24 * 60 * 60
DAILY = (
    purge_answers,
    purge_traces_of_accounts,
    purge_books,
    remove_unknown_files,
)

logger = logging.getLogger("worker")


class BookWorker(Worker):
    """Runs each job in a forked process with the application at hand; neither outlives its parent."""

    app: Flask
    max_connection_wait_time = 5.0

    def work(self, *args: Any, **options: Any) -> bool:
        end_with_parent()
        return super().work(*args, **{**options, "with_scheduler": False})

    def main_work_horse(self, job: Job, queue: Queue) -> None:
        end_with_parent(signal.SIGKILL)
        with self.app.app_context(), noting(**_carried_by(job)):
            db.engine.dispose(close=False)
            super().main_work_horse(job, queue)

    def setup_work_horse_signals(self) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _leave)

    def handle_warm_shutdown_request(self) -> None:
        """Do not wait for the end of the book: the next worker goes on with it."""
        if self.horse_pid:
            os.kill(self.horse_pid, signal.SIGTERM)

    def maintain_heartbeats(self, job: Job, execution: Execution) -> None:
        """A book is read on while Redis is away."""
        try:
            super().maintain_heartbeats(job, execution)
        except RedisError as error:
            logger.warning("Redis is away: %s", error)


class SweepingPool(WorkerPool):
    """Sweeps every few seconds, and does the daily chores, between looking after its workers."""

    app: Flask
    sweep_seconds: int
    _next_sweep = 0.0
    _next_day = 0.0

    def check_workers(self, respawn: bool = True) -> None:
        super().check_workers(respawn)
        if monotonic() >= self._next_sweep:
            self._next_sweep = monotonic() + self.sweep_seconds
            self._run(sweep)
        if monotonic() >= self._next_day:
            self._next_day = monotonic() + A_DAY
            for chore in DAILY:
                self._run(chore)

    def _run(self, chore: Callable[[], None]) -> None:
        with self.app.app_context():
            try:
                chore()
            except (SQLAlchemyError, OSError) as error:
                logger.warning("No %s: %s", chore.__name__, error)


def _carried_by(job: Job) -> dict[str, str]:
    """The id of the request that asked for it, if one did."""
    request_id = job.get_meta(refresh=False).get("request_id")
    return {"request_id": request_id} if isinstance(request_id, str) else {}


def _leave(_signal: int, _frame: FrameType | None) -> None:
    asked_to_stop.set()
    sys.exit("asked to stop")


def main() -> None:
    load_dotenv(PROJECT / ".env")
    config = Config.from_environment()
    refuse_unsafe(config)
    try:
        check_configured_reader(config)
    except ReaderMisconfigured as error:
        sys.exit(f"{error.en}\n{error.ar}")
    set_up_logging(config, Process.WORKER)
    BookWorker.app = SweepingPool.app = create_app(config)
    SweepingPool.sweep_seconds = config.sweep_seconds
    pool = SweepingPool(
        [name.value for name in QueueName],
        connection=Redis.from_url(config.redis_url),
        num_workers=config.workers,
        worker_class=BookWorker,
        serializer=JSONSerializer,
    )
    logger.info("%d workers wait for work", config.workers)
    pool.start(logging_level="WARNING")


if __name__ == "__main__":
    main()
