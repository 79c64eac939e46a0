"""An account goes with all that belongs to it: rows in one transaction, then its runs, then its files."""

import logging
from collections.abc import Sequence
from time import sleep
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, delete, or_, select

from bookanalysis.extensions import db, off_loop, storage
from bookanalysis.logs.security import SecurityEvent, note_security_event
from bookanalysis.models import Book, Job, JobStatus, JobType, User
from bookanalysis.services.accounts import check_password
from bookanalysis.services.queue import stop_reading
from bookanalysis.services.quota import lock_library
from bookanalysis.storage import LocalStorage

logger = logging.getLogger(__name__)

Books = Sequence[Row[UUID, str, str | None]]
"""Each with the keys of its files."""


def remove_account(user: User, password: str) -> None:
    """A run that still works for it finds its job gone, and ends."""
    check_password(user, password, "password")
    lock_library(user.id)  # an upload under way is in, or finds no user
    jobs = _delete_jobs(user)
    books = _books_of(user)
    _delete_books(books)
    db.session.execute(delete(User).where(User.id == user.id))
    db.session.commit()
    note_security_event(SecurityEvent.ACCOUNT_DELETED, user_id=str(user.id))
    for job in jobs:
        if job.status is JobStatus.RUNNING:
            stop_reading(job)
    files = [key for book in books for key in (book.file, book.txt_file) if key]
    for error in off_loop(_remove, storage(), files):
        logger.warning("A file that no row knows is left to the sweep: %s", error)


def _delete_jobs(user: User) -> Sequence[Job]:
    """Before the books, as each run holds its job's row first: so nobody waits for the other."""
    return db.session.scalars(
        delete(Job)
        .where(or_(Job.user_id == user.id, _is_letter_to(user.email)))
        .returning(Job)
        .execution_options(synchronize_session=False)
    ).all()


def _is_letter_to(email: str) -> ColumnElement[bool]:
    asked_by_anyone = and_(Job.user_id.is_(None), Job.job_type == JobType.EMAIL)
    return and_(asked_by_anyone, Job.parameters["email"].as_string() == email)


def _books_of(user: User) -> Books:
    return db.session.execute(select(Book.id, Book.file, Book.txt_file).where(Book.user_id == user.id)).all()


def _delete_books(books: Books) -> None:
    """One by one, and with room for others between: all at once would stall the event loop for seconds."""
    for book in books:
        db.session.execute(
            delete(Book).where(Book.id == book.id).execution_options(synchronize_session=False)
        )
        sleep(0)


def _remove(kept: LocalStorage, keys: list[str]) -> list[OSError]:
    """What could not be removed, and why."""
    failures = []
    for key in keys:
        try:
            kept.remove(key)
        except OSError as error:
            failures.append(error)
    return failures
