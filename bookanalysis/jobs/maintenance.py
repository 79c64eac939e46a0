"""The sweep: what is due and not in the queue goes there, what is past its time ends, what is old goes."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select

from bookanalysis.config import config
from bookanalysis.errors import BookAnalysisError
from bookanalysis.extensions import db
from bookanalysis.jobs.ending import end_as_failed
from bookanalysis.jobs.errors import JobTimedOut, ReadingInterrupted
from bookanalysis.jobs.lease import is_due, lease_is_over
from bookanalysis.models import Job, JobStatus, JobType, StoredAnswer, utc_now
from bookanalysis.services.jobs import locked
from bookanalysis.services.queue import enqueue_reading, stop_reading

ANSWERS_AT_ONCE = 500
"""A long delete would keep others from writing to SQLite."""


def sweep() -> None:
    """Safe at any time, and from several processes at once."""
    _end_where(_is_past_its_time(), JobTimedOut(minutes=config().job_minutes))
    _end_where(_died_too_often(), ReadingInterrupted(attempts=len(config().retry_delays) + 1))
    for job in _readings_where(or_(_was_not_just_enqueued(), lease_is_over())):
        enqueue_reading(job)


def purge_answers() -> None:
    """Remove the stored answers that are too old; a day's work, not the sweep's of every few seconds."""
    days = config().reader_answers_days
    if not days:
        return
    oldest = utc_now() - timedelta(days=days)
    while old := _answers_before(oldest):
        db.session.execute(delete(StoredAnswer).where(StoredAnswer.digest.in_(old)))
        db.session.commit()
    db.session.rollback()


def _answers_before(oldest: datetime) -> Sequence[str]:
    return db.session.scalars(
        select(StoredAnswer.digest).where(StoredAnswer.created_at < oldest).limit(ANSWERS_AT_ONCE)
    ).all()


def _end_where(condition: ColumnElement[bool], error: BookAnalysisError) -> None:
    for found in _readings_where(condition):
        job = locked(found.id, condition)
        if job is not None:
            end_as_failed(job, error)
            stop_reading(job)


def _readings_where(condition: ColumnElement[bool]) -> list[Job]:
    readings = select(Job).where(Job.job_type == JobType.PROCESS_BOOK, condition).order_by(Job.created_at)
    jobs = list(db.session.scalars(readings))
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
