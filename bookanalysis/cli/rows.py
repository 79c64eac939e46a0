"""What an operator names by its id."""

from uuid import UUID

from sqlalchemy import select

from bookanalysis.errors import BookNotFound, JobNotFound
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job


def book_with(book_id: str) -> Book:
    """One that is not deleted."""
    try:
        wanted = UUID(book_id)
    except ValueError as error:
        raise BookNotFound from error
    book = db.session.scalar(select(Book).where(Book.id == wanted, Book.is_deleted.is_(False)))
    if book is None:
        raise BookNotFound
    return book


def job_with(job_id: str) -> Job:
    try:
        wanted = UUID(job_id)
    except ValueError as error:
        raise JobNotFound from error
    job = db.session.get(Job, wanted)
    if job is None:
        raise JobNotFound
    return job
