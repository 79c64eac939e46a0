"""Whether anyone reads the books."""

import os
import socket
from datetime import datetime, timedelta

from redis import Redis, RedisError
from rq import Worker
from rq.serializers import JSONSerializer
from rq.worker import BaseWorker

from bookanalysis.config import Config
from bookanalysis.doctor.errors import WorkersMissing
from bookanalysis.doctor.redis import PATIENCE, redis_away
from bookanalysis.extensions import QueueName
from bookanalysis.models import utc_now

LONGEST_SILENCE = timedelta(minutes=8)
"""A worker without work says that it is there each time that its wait of some minutes is over."""


def workers_are_there(settings: Config) -> str:
    try:
        with Redis.from_url(
            settings.redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
        ) as redis:
            found = Worker.all(connection=redis, serializer=JSONSerializer)
            reading = [worker for worker in found if _is_there(worker) and _reads_books(worker)]
    except (RedisError, ValueError) as error:
        raise redis_away(settings.redis_url, error) from error
    if not reading:
        raise WorkersMissing
    return str(len(reading))


def _reads_books(worker: BaseWorker) -> bool:
    return QueueName.AI_PROCESSING.value in worker.queue_names()


def _is_there(worker: BaseWorker) -> bool:
    """On this machine its process tells; elsewhere, that it was heard of not long ago."""
    if worker.hostname == socket.gethostname() and worker.pid:
        return _runs(worker.pid)
    heard: datetime | None = worker.last_heartbeat
    return heard is not None and utc_now() - heard.astimezone() < LONGEST_SILENCE


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:  # another user's
        return True
    return True
