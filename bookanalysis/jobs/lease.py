"""Which run may write: the one whose token stands in the job's row."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from dataclasses import dataclass
from datetime import timedelta
from threading import Event, Thread
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

from flask import Flask, current_app
from sqlalchemy import ColumnElement, and_, or_, update
from sqlalchemy.exc import OperationalError

from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.jobs.errors import LeaseLost
from bookanalysis.models import Job, JobStatus, utc_now
from bookanalysis.services.jobs import locked

logger = logging.getLogger(__name__)

asked_to_stop = Event()
"""Set by the process's signal handler."""
NAP = 0.5
"""Seconds between two looks at it."""


@dataclass(frozen=True, slots=True)
class Lease:
    """One run's hold on its job."""

    job_id: UUID
    token: UUID

    def guard(self) -> Job:
        """Begin a transaction that nobody can take the job away from; raises `LeaseLost`.

        The first statement of every transaction of a run: on SQLite it takes the write lock too.
        """
        job = locked(self.job_id, Job.lease_token == self.token)
        if job is None:
            raise LeaseLost
        return job

    @contextmanager
    def kept(self, hand_back: Callable[[], None]) -> Iterator[None]:
        """Renew the lease from a thread of its own until the block ends, or `hand_back` when asked to stop.

        The block itself may be waiting for a reader's answer, longer than a service may take to stop.
        """
        ended = Event()
        app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
        thread = Thread(
            target=copy_context().run,
            args=(self._keep_until, app, ended, hand_back),
            name=f"lease of job {self.job_id}",
        )
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _keep_until(self, app: Flask, ended: Event, hand_back: Callable[[], None]) -> None:
        with app.app_context():
            renewal = _next_renewal()
            while not ended.wait(NAP):
                try:
                    if asked_to_stop.is_set():
                        return hand_back()
                    if monotonic() >= renewal:
                        renewal = _next_renewal()
                        if not self._renew():
                            return None
                except LeaseLost:
                    return None
                except OperationalError as error:  # the database is busy or away; the lease may last
                    logger.warning("Lease of job %s not kept: %s", self.job_id, error)
        return None

    def _renew(self) -> bool:
        with db.engine.begin() as connection:
            renewed = connection.execute(
                update(Job)
                .where(Job.id == self.job_id, Job.lease_token == self.token)
                .values(lease_until=_lease_end())
            )
            return renewed.rowcount == 1


def take_lease(job_id: UUID) -> tuple[Lease, Job] | None:
    """Hold a job that waits or whose run has died, in an open transaction; None if there is nothing to do."""
    job = locked(job_id, _is_to_be_run())
    if job is None:
        return None
    lease = Lease(job_id, uuid4())
    if job.status is JobStatus.RUNNING:
        job.take_over(lease.token, _lease_end())
    else:
        job.start(lease.token, _lease_end())
    return lease, job


def lease_is_over() -> ColumnElement[bool]:
    return and_(Job.status == JobStatus.RUNNING, Job.lease_until <= utc_now())


def is_due() -> ColumnElement[bool]:
    """Waits or was requeued, and not for a later time."""
    waits = and_(Job.status == JobStatus.PENDING, Job.retry_at.is_(None))
    may_go_on = Job.status.in_((JobStatus.PENDING, JobStatus.FAILED))
    return or_(waits, and_(may_go_on, Job.retry_at <= utc_now()))


def _is_to_be_run() -> ColumnElement[bool]:
    return or_(is_due(), lease_is_over())


def _next_renewal() -> float:
    return monotonic() + config().lease_seconds / 3


def _lease_end() -> Any:
    return utc_now() + timedelta(seconds=config().lease_seconds)
