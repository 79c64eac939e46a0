"""The sweep: what is due and not in the queue goes there, what is past its time ends."""

from datetime import timedelta

from sqlalchemy import ColumnElement, and_, or_, select

from bookanalysis.config import config
from bookanalysis.errors import BookAnalysisError
from bookanalysis.extensions import db
from bookanalysis.jobs.ending import end_as_failed
from bookanalysis.jobs.errors import INTERRUPTED, JobTimedOut
from bookanalysis.jobs.lease import is_due, lease_is_over
from bookanalysis.models import Job, JobStatus, JobType, utc_now
from bookanalysis.services.jobs import locked
from bookanalysis.services.queue import ENQUEUE, stop_reading


def sweep() -> None:
    """Safe at any time, and from several processes at once."""
    reading = Job.job_type == JobType.PROCESS_BOOK
    _end_where(and_(reading, _is_past_its_time()), JobTimedOut(minutes=config().job_minutes))
    for job_type, interrupted in INTERRUPTED.items():
        died_too_often = and_(Job.job_type == job_type, _died_too_often())
        _end_where(died_too_often, interrupted(attempts=len(config().retry_delays) + 1))
    for job in _jobs_where(or_(_was_not_just_enqueued(), lease_is_over())):
        ENQUEUE[job.job_type](job)


def _end_where(condition: ColumnElement[bool], error: BookAnalysisError) -> None:
    for found in _jobs_where(condition):
        job = locked(found.id, condition)
        if job is not None:
            end_as_failed(job, error)
            stop_reading(job)


def _jobs_where(condition: ColumnElement[bool]) -> list[Job]:
    jobs = list(db.session.scalars(select(Job).where(condition).order_by(Job.created_at)))
    db.session.rollback()
    return jobs


def _is_past_its_time() -> ColumnElement[bool]:
    latest = utc_now() - timedelta(minutes=config().job_minutes)
    return and_(Job.status == JobStatus.RUNNING, Job.running_since <= latest)


def _died_too_often() -> ColumnElement[bool]:
    return and_(lease_is_over(), Job.failures >= len(config().retry_delays))


def _was_not_just_enqueued() -> ColumnElement[bool]:
    """A run may have left the queue and not have taken its lease yet."""
    latest = utc_now() - timedelta(seconds=config().sweep_seconds)
    return and_(is_due(), Job.updated_at <= latest)
