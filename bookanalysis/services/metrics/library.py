"""What the database knows: also what workers and other web processes have made."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from sqlalchemy import Connection, Executable, and_, case, func, or_, select
from sqlalchemy.exc import SQLAlchemyError

from bookanalysis.extensions import db, off_loop
from bookanalysis.models import Book, BookStatus, Job, JobStatus, JobType, ModelTotal, User, utc_now
from bookanalysis.services.metrics.figures import Figure, described

logger = logging.getLogger(__name__)

Values = dict[tuple[str, ...], float]

DATABASE_UP = Figure("bookanalysis_database_up", "Whether the database answered this scrape.")
JOBS = Figure("bookanalysis_jobs", "Jobs by type and status.", ("type", "status"))
OLDEST = Figure(
    "bookanalysis_oldest_waiting_job_seconds",
    "How long the oldest job that could run has waited for a worker; 0 if none waits.",
    ("type",),
)
BOOKS = Figure("bookanalysis_books", "Books by how far their reading is; deleted ones apart.", ("state",))
STORAGE = Figure(
    "bookanalysis_storage_bytes", "Bytes of uploaded files whose books are kept or deleted.", ("state",)
)
USERS = Figure("bookanalysis_users", "Accounts that are active or not.", ("state",))
CALLS = Figure("bookanalysis_model_calls", "Requests to chat models by outcome.", ("model", "outcome"))
TOKENS = Figure("bookanalysis_model_tokens", "Tokens that chat models read or wrote.", ("model", "direction"))

BOOKS_BY_STATE = select(
    Book.processing_status, Book.is_deleted, func.count(), func.sum(Book.file_size)
).group_by(Book.processing_status, Book.is_deleted)
USERS_BY_STATE = select(User.is_active, func.count()).group_by(User.is_active)
MODEL_TOTALS = select(
    ModelTotal.model,
    ModelTotal.outcome,
    ModelTotal.calls,
    ModelTotal.input_tokens,
    ModelTotal.output_tokens,
)


@dataclass(frozen=True, slots=True)
class Library(Collector):
    """Four queries a scrape, each one pass over a table that has no more than a few rows for each book.

    An index that covers such a pass would save it milliseconds, and SQLite would take it for users' own
    lists. Rows may go, so all of these are gauges.
    """

    def describe(self) -> Iterator[GaugeMetricFamily]:
        return described(DATABASE_UP, JOBS, OLDEST, BOOKS, STORAGE, USERS, CALLS, TOKENS)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            families = _families()
        except SQLAlchemyError as error:
            logger.warning("No figures from the database: %s", error)
            families = []
        finally:
            db.session.rollback()
        yield DATABASE_UP.of(1 if families else 0)
        yield from families


def _families() -> list[GaugeMetricFamily]:
    now = utc_now()
    questions = (_jobs_by_state(now), BOOKS_BY_STATE, USERS_BY_STATE, MODEL_TOTALS)
    jobs, books, users, totals = off_loop(_rows, db.session.connection(), questions)
    return [*_jobs(jobs, now), *_books(books), _users(users), *_model_calls(totals)]


def _rows(connection: Connection, questions: Iterable[Executable]) -> list[Sequence[Any]]:
    """Many rows are added up: SQLite would hold the event loop meanwhile."""
    return [connection.execute(question).all() for question in questions]


def _jobs_by_state(now: datetime) -> Executable:
    could_run = and_(Job.status == JobStatus.PENDING, or_(Job.retry_at.is_(None), Job.retry_at <= now))
    waits_since = func.min(case((could_run, func.coalesce(Job.retry_at, Job.created_at))))
    return select(Job.job_type, Job.status, func.count(), waits_since).group_by(Job.job_type, Job.status)


def _jobs(rows: Sequence[Any], now: datetime) -> Iterator[GaugeMetricFamily]:
    counts: Values = {(kind, status): 0 for kind in JobType for status in JobStatus}
    ages: Values = {(kind,): 0 for kind in JobType}
    for kind, status, count, since in rows:
        counts[kind, status] = count
        if since:
            ages[kind,] = (now - since).total_seconds()
    yield JOBS.family(counts)
    yield OLDEST.family(ages)


def _books(rows: Sequence[Any]) -> Iterator[GaugeMetricFamily]:
    counts: Values = {**{(status,): 0 for status in BookStatus}, ("deleted",): 0}
    stored: Values = {("kept",): 0, ("deleted",): 0}
    for status, is_deleted, count, size in rows:
        counts["deleted" if is_deleted else status,] += count
        stored["deleted" if is_deleted else "kept",] += int(size)
    yield BOOKS.family(counts)
    yield STORAGE.family(stored)


def _users(rows: Sequence[Any]) -> GaugeMetricFamily:
    counts: Values = {("active",): 0, ("inactive",): 0}
    for is_active, count in rows:
        counts["active" if is_active else "inactive",] = count
    return USERS.family(counts)


def _model_calls(rows: Sequence[Any]) -> Iterator[GaugeMetricFamily]:
    calls: Values = {}
    tokens: Values = {}
    for model, outcome, count, read, written in rows:
        calls[model, outcome] = count
        for direction, number in (("input", read), ("output", written)):
            tokens[model, direction] = tokens.get((model, direction), 0) + number
    yield CALLS.family(calls)
    yield TOKENS.family(tokens)
