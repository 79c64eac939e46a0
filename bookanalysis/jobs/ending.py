"""How a run ends short of its goal: its job fails or waits, and its book with it.

Each function commits, then tells the user; the caller has locked the job's row.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from bookanalysis.config import config
from bookanalysis.errors import BookAnalysisError
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job, JobType, utc_now
from bookanalysis.notifications import Event, publish
from bookanalysis.services.coverage import note_coverage

logger = logging.getLogger(__name__)


def end_as_failed(job: Job, error: BookAnalysisError) -> None:
    job.fail(error)
    if book := _book_of(job):
        book.fail_reading(error)
    _commit_and_tell(job, Event.PROCESSING_FAILED)
    logger.info("Failed", extra={"job_id": str(job.id), "error_code": error.error_code})


def try_again_or_fail(job: Job, error: BookAnalysisError) -> None:
    """Later, as often as there are delays."""
    delays = config().retry_delays
    if job.failures >= len(delays):
        end_as_failed(job, error)
        return
    job.retry(utc_now() + timedelta(seconds=delays[job.failures]), error)
    _commit_the_wait(job)


def put_off(job: Job, until: datetime, why: BookAnalysisError) -> None:
    """Takes none of the retries."""
    job.wait(until, why)
    _commit_the_wait(job)


def _commit_the_wait(job: Job) -> None:
    if book := _book_of(job):
        book.wait()
    _commit_and_tell(job, Event.PROGRESS, retry_at=job.retry_at and job.retry_at.isoformat())
    logger.info(
        "Waits", extra={"job_id": str(job.id), "retry_at": str(job.retry_at), "error_code": job.error_code}
    )


def _commit_and_tell(job: Job, event: Event, **extra: Any) -> None:
    """Of an e-mail there is nothing to tell."""
    if job.job_type is not JobType.PROCESS_BOOK:
        db.session.commit()
        return
    note_coverage(job)
    job.seq += 1
    db.session.commit()
    publish(job, event, **extra)


def _book_of(job: Job) -> Book | None:
    return db.session.get_one(Book, job.book_id) if job.book_id else None
