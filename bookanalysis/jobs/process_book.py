"""Read one book: a thin loop around the workflow that commits each step, then tells it."""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from bookanalysis.ai.readers.errors import QuotaSpent, ReaderMisconfigured
from bookanalysis.ai.workflow import Progress, Run, read_book
from bookanalysis.config import config
from bookanalysis.errors import BookRefused
from bookanalysis.extensions import db
from bookanalysis.jobs.attempt import attempt
from bookanalysis.jobs.ending import end_as_failed, put_off
from bookanalysis.jobs.lease import Lease
from bookanalysis.jobs.options import reading_options
from bookanalysis.jobs.reader import reader_of_job
from bookanalysis.jobs.store import DatabaseStore
from bookanalysis.logs.context import note
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
    attempt(UUID(job_id), _begin, _read)


def _begin(job: Job) -> None:
    job.seq += 1
    _book_of(job).start_reading()
    db.session.commit()
    note(book_id=str(job.book_id))
    logger.info("The attempt begins")
    publish(job, Event.PROCESSING_STARTED)


def _read(lease: Lease) -> None:
    """Read, and see to what is no failure of the run."""
    try:
        _read_to_the_end(lease)
    except (BookRefused, ReaderMisconfigured) as refusal:
        logger.info("Refused", extra={"error_code": refusal.error_code})
        end_as_failed(lease.guard(), refusal)
    except QuotaSpent as spent:
        put_off(lease.guard(), max(spent.until, utc_now() + SHORTEST_WAIT), spent)


def _read_to_the_end(lease: Lease) -> None:
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
    logger.info("Complete", extra={"result": job.result})
    publish(job, Event.PROCESSING_COMPLETED, results=job.result)


def _book_of(job: Job) -> Book:
    return db.session.get_one(Book, job.book_id)
