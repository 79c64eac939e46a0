"""Read one book: a thin loop around the workflow that commits each step, then tells it."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bookanalysis.ai.readers.errors import QuotaSpent, ReaderMisconfigured
from bookanalysis.ai.workflow import Progress, Run, read_book
from bookanalysis.config import config
from bookanalysis.errors import BookAnalysisError, BookRefused
from bookanalysis.extensions import db
from bookanalysis.jobs.ending import end_as_failed
from bookanalysis.jobs.errors import LeaseLost, ReadingStopped
from bookanalysis.jobs.lease import Lease, take_lease
from bookanalysis.jobs.options import reading_options
from bookanalysis.jobs.reader import reader_of_job
from bookanalysis.jobs.store import DatabaseStore
from bookanalysis.models import Book, Job, utc_now
from bookanalysis.notifications import Event, publish
from bookanalysis.services.coverage import note_coverage
from bookanalysis.services.forgetting import forget_reading
from bookanalysis.services.usage import usage_of

logger = logging.getLogger(__name__)

EVENTS = {
    "text_classifier": Event.VALIDATION_COMPLETED,
    "name_extractor": Event.BOOK_NAMED,
    "metadata_remover": Event.PREPROCESSING_COMPLETED,
    "chunk_updater": Event.CHARACTERS_EXTRACTED,
}
"""What a finished step is told as; every other one is progress."""
COMPLETE = 100
SHORTEST_WAIT = timedelta(minutes=1)
"""For a quota, so that a service whose day never ends is not asked all the time."""


def process_book(job_id: str) -> None:
    """Run twice at once, the second finds the job taken; run again after a crash, it goes on.

    An error that is nobody's fault is tried again later, a few times, and raised to the queue.
    """
    lease = _start(UUID(job_id))
    if lease is None:
        logger.info("Job %s: nothing to run", job_id)
        return
    with lease.kept(hand_back=lambda: _hand_back(lease)):
        try:
            _run(lease)
        except LeaseLost:
            logger.info("Job %s: cancelled, ended or taken over", job_id)


def _start(job_id: UUID) -> Lease | None:
    taken = take_lease(job_id)
    if taken is None:
        return None
    lease, job = taken
    job.seq += 1
    _book_of(job).start_reading()
    db.session.commit()
    logger.info("Job %s: attempt %d begins", job_id, job.attempts)
    publish(job, Event.PROCESSING_STARTED)
    return lease


def _run(lease: Lease) -> None:
    """Read, and see to every way that it can end. Raises `LeaseLost` when the job is no longer this run's."""
    try:
        _read(lease)
    except LeaseLost:
        raise
    except (BookRefused, ReaderMisconfigured) as refusal:
        logger.info("Job %s: refused, %s", lease.job_id, refusal.error_code)
        end_as_failed(lease.guard(), refusal)
    except QuotaSpent as spent:
        _wait(lease, max(spent.until, utc_now() + SHORTEST_WAIT), spent)
    except SystemExit:  # the worker is asked to stop
        _hand_back(lease)
        raise
    except Exception as error:
        _try_again_or_fail(lease, error if isinstance(error, BookAnalysisError) else BookAnalysisError())
        raise


def _read(lease: Lease) -> None:
    reader = reader_of_job(lease.job_id)
    _name_reader(lease, reader.name)
    for progress in read_book(Run(reader, DatabaseStore(lease), reading_options(config()))):
        _tell(lease, progress)
    _complete(lease)


def _name_reader(lease: Lease, name: str) -> None:
    """A book that another reader has begun is begun anew."""
    job = lease.guard()
    book = _book_of(job)
    if job.reader not in (None, name):
        forget_reading(book)
        job.begin_anew()
    job.reader = book.reader = name
    db.session.commit()


def _tell(lease: Lease, progress: Progress) -> None:
    job = lease.guard()
    job.stage = progress.stage
    job.progress = max(job.progress, min(progress.percent, COMPLETE - 1))
    job.chunk_num = max(job.chunk_num, progress.chunk_num)
    job.num_of_chunks = progress.num_of_chunks or job.num_of_chunks
    job.usage = usage_of(job.id)
    job.seq += 1
    book = _book_of(job)
    db.session.commit()
    event = Event.PROGRESS if "refusal" in progress.results else EVENTS.get(progress.stage, Event.PROGRESS)
    publish(job, event, **_news(event, book, progress.results))


def _news(event: Event, book: Book, results: Mapping[str, Any]) -> dict[str, Any]:
    match event:
        case Event.VALIDATION_COMPLETED:
            validated = ("detected_language", "language_confidence", "quality_score", "text_classification")
            return {"results": {name: getattr(book, name) for name in validated}}
        case Event.BOOK_NAMED:
            return {"title": book.title, "author": book.author}
        case _:
            return {"results": dict(results)}


def _complete(lease: Lease) -> None:
    job = lease.guard()
    book = _book_of(job)
    note_coverage(job)
    job.complete()
    job.seq += 1
    book.finish_reading()
    db.session.commit()
    logger.info("Job %s: complete, %s", job.id, job.result)
    publish(job, Event.PROCESSING_COMPLETED, results=job.result)


def _try_again_or_fail(lease: Lease, error: BookAnalysisError) -> None:
    job = lease.guard()
    delays = config().retry_delays
    if job.failures >= len(delays):
        end_as_failed(job, error)
    else:
        job.retry(utc_now() + timedelta(seconds=delays[job.failures]), error)
        _commit_the_wait(job)


def _hand_back(lease: Lease) -> None:
    """For the next worker."""
    _wait(lease, utc_now(), ReadingStopped())


def _wait(lease: Lease, retry_at: datetime, why: BookAnalysisError) -> None:
    job = lease.guard()
    job.wait(retry_at, why)
    _commit_the_wait(job)


def _commit_the_wait(job: Job) -> None:
    note_coverage(job)
    job.seq += 1
    _book_of(job).wait()
    db.session.commit()
    logger.info("Job %s: waits until %s, %s", job.id, job.retry_at, job.error_code)
    publish(job, Event.PROGRESS, retry_at=job.retry_at and job.retry_at.isoformat())


def _book_of(job: Job) -> Book:
    return db.session.get_one(Book, job.book_id)
