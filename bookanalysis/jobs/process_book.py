"""Read one book: a thin loop around the workflow that commits each step, then tells it."""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from bookanalysis.ai.readers import Reader
from bookanalysis.ai.readers.offline import OfflineReader
from bookanalysis.ai.workflow import Progress, Run, read_book
from bookanalysis.config import config
from bookanalysis.errors import BookAnalysisError, BookRefused
from bookanalysis.extensions import db
from bookanalysis.jobs.ending import end_as_failed
from bookanalysis.jobs.errors import LeaseLost, ReadingStopped
from bookanalysis.jobs.lease import Lease, take_lease
from bookanalysis.jobs.options import reading_options
from bookanalysis.jobs.store import DatabaseStore
from bookanalysis.models import Book, Character, CharacterRelationship, Chunk, Job, utc_now
from bookanalysis.notifications import Event, publish

logger = logging.getLogger(__name__)

EVENTS = {
    "text_classifier": Event.VALIDATION_COMPLETED,
    "name_extractor": Event.BOOK_NAMED,
    "metadata_remover": Event.PREPROCESSING_COMPLETED,
    "chunk_updater": Event.CHARACTERS_EXTRACTED,
}
"""What a finished step is told as; every other one is progress."""
COMPLETE = 100


def process_book(job_id: str) -> None:
    """Run twice at once, the second finds the job taken; run again after a crash, it goes on.

    An error that is not the book's fault is tried again later, a few times, and raised to the queue.
    """
    reader = OfflineReader()
    lease = _start(UUID(job_id), reader)
    if lease is None:
        logger.info("Job %s: nothing to run", job_id)
        return
    with lease.kept():
        try:
            _read(lease, reader)
        except LeaseLost:
            logger.info("Job %s: cancelled, ended or taken over", job_id)
        except BookRefused as refusal:
            logger.info("Job %s: refused, %s", job_id, refusal.error_code)
            end_as_failed(lease.guard(), refusal)
        except SystemExit:  # the worker is asked to stop
            _wait(lease, seconds=0, why=ReadingStopped())
            raise
        except Exception:
            _try_again_or_fail(lease)
            raise


def _start(job_id: UUID, reader: Reader) -> Lease | None:
    taken = take_lease(job_id)
    if taken is None:
        return None
    lease, job = taken
    job.reader = reader.name
    job.seq += 1
    _book_of(job).start_reading(reader.name)
    db.session.commit()
    logger.info("Job %s: attempt %d begins", job_id, job.attempts)
    publish(job, Event.PROCESSING_STARTED)
    return lease


def _read(lease: Lease, reader: Reader) -> None:
    for progress in read_book(Run(reader, DatabaseStore(lease), reading_options(config()))):
        _tell(lease, progress)
    _complete(lease)


def _tell(lease: Lease, progress: Progress) -> None:
    job = lease.guard()
    job.stage = progress.stage
    job.progress = max(job.progress, min(progress.percent, COMPLETE - 1))
    job.chunk_num = max(job.chunk_num, progress.chunk_num)
    job.num_of_chunks = progress.num_of_chunks or job.num_of_chunks
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
    job.complete({**(job.result or {}), **_counts(book.id)})
    job.seq += 1
    book.finish_reading()
    db.session.commit()
    logger.info("Job %s: complete, %s", job.id, job.result)
    publish(job, Event.PROCESSING_COMPLETED, results=job.result)


def _counts(book_id: UUID) -> dict[str, int]:
    counted = {"chunks": Chunk, "characters": Character, "relationships": CharacterRelationship}
    return {
        name: db.session.scalars(select(func.count()).select_from(table).filter_by(book_id=book_id)).one()
        for name, table in counted.items()
    }


def _try_again_or_fail(lease: Lease) -> None:
    job = lease.guard()
    delays = config().retry_delays
    if job.failures >= len(delays):
        end_as_failed(job, BookAnalysisError())
    else:
        job.retry(utc_now() + timedelta(seconds=delays[job.failures]), BookAnalysisError())
        _tell_to_wait(job)


def _wait(lease: Lease, seconds: int, why: BookAnalysisError) -> None:
    job = lease.guard()
    job.wait(utc_now() + timedelta(seconds=seconds), why)
    _tell_to_wait(job)


def _tell_to_wait(job: Job) -> None:
    job.seq += 1
    _book_of(job).wait()
    db.session.commit()
    publish(job, Event.PROGRESS)


def _book_of(job: Job) -> Book:
    return db.session.get_one(Book, job.book_id)
