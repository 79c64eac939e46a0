"""Jobs, each held while it is changed."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, select, update

from bookanalysis.errors import JobCancelled, JobEnded, JobNotFound, NotAReading
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job, JobStatus, JobType, utc_now
from bookanalysis.models.job import ACTIVE
from bookanalysis.notifications import Event, publish
from bookanalysis.services.coverage import note_coverage
from bookanalysis.services.queue import stop_reading


def locked(job_id: UUID, *conditions: ColumnElement[bool]) -> Job | None:
    """`held`, as the first thing of a transaction that ends if there is nothing to hold."""
    db.session.rollback()
    job = held(job_id, *conditions)
    if job is None:
        db.session.rollback()
    return job


def held(job_id: UUID, *conditions: ColumnElement[bool]) -> Job | None:
    """The job's row, nobody else's until the transaction ends; None if the conditions do not hold."""
    touched: CursorResult[Any] = db.session.execute(  # type: ignore[assignment]
        update(Job)
        .where(Job.id == job_id, *conditions)
        .values(updated_at=utc_now())
        .execution_options(synchronize_session=False)
    )
    if touched.rowcount != 1:
        return None
    return db.session.get_one(Job, job_id, populate_existing=True)


def hold_reading(book_id: UUID) -> Job | None:
    """The book's active job, held; its library is locked, so no other comes. A requeued one will not run."""
    of_book = (Job.book_id == book_id, Job.job_type == JobType.PROCESS_BOOK)
    db.session.execute(
        update(Job)
        .where(*of_book, Job.status == JobStatus.FAILED, Job.retry_at.is_not(None))
        .values(retry_at=None)
        .execution_options(synchronize_session=False)
    )
    job_id = db.session.scalar(select(Job.id).where(*of_book, Job.status.in_(ACTIVE)))
    return held(job_id, Job.status.in_(ACTIVE)) if job_id else None


def cancel_job(job: Job) -> Job:
    """Of a cancellation and the job's end the first wins; what was committed stays."""
    if job.job_type is not JobType.PROCESS_BOOK:
        raise NotAReading
    job_id = job.id
    cancelled = locked(job_id, Job.status.in_(ACTIVE))
    if cancelled is None:
        raise _ended(job_id)
    end_as_cancelled(cancelled)
    db.session.commit()
    tell_cancelled(cancelled)
    return cancelled


def end_as_cancelled(job: Job) -> None:
    """In the transaction that holds the job; `tell_cancelled` follows the commit."""
    note_coverage(job)
    job.cancel()
    job.seq += 1
    db.session.get_one(Book, job.book_id).fail_reading(JobCancelled())


def tell_cancelled(job: Job) -> None:
    """Tell the user, then end the run that still works for it."""
    publish(job, Event.JOB_CANCELLED)
    stop_reading(job)


def _ended(job_id: UUID) -> JobEnded | JobNotFound:
    job = db.session.get(Job, job_id)
    return JobEnded({"status": job.status.value}) if job else JobNotFound()
