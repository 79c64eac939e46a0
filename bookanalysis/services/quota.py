"""What a library may hold, counted while nobody else may add to it."""

from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, func, select, update

from bookanalysis.config import config
from bookanalysis.errors import BookExists, LibraryFull, SessionEnded, TooManyBooks
from bookanalysis.extensions import db
from bookanalysis.models import Book, User


def lock_library(user_id: UUID) -> None:
    """Begin a transaction in which nobody else changes what this user's library holds.

    An update that changes nothing holds the user's row, and on SQLite the whole database. Jobs, then books
    are held after it, in this order. Raises `SessionEnded` if the account is gone.
    """
    db.session.rollback()
    touched: CursorResult[Any] = db.session.execute(  # type: ignore[assignment]
        update(User)
        .where(User.id == user_id)
        .values(updated_at=User.updated_at)
        .execution_options(synchronize_session=False)
    )
    if touched.rowcount != 1:
        db.session.rollback()
        raise SessionEnded


def refuse_a_copy(user_id: UUID, digest: str) -> None:
    book_id = db.session.scalar(
        Book.owned_by(user_id).where(Book.file_sha256 == digest).with_only_columns(Book.id)
    )
    if book_id is not None:
        raise BookExists({"book_id": str(book_id)})


def hold_to_quota(user_id: UUID) -> None:
    """Count with the new book in; the library is locked."""
    limits = config()
    books, size = db.session.execute(
        select(func.count(), func.sum(Book.file_size)).where(
            Book.user_id == user_id, Book.is_deleted.is_(False)
        )
    ).one()
    if books > limits.max_books_per_user:
        db.session.rollback()
        raise TooManyBooks(limit=limits.max_books_per_user)
    if size > limits.max_bytes_per_user:
        db.session.rollback()
        raise LibraryFull(limit=limits.max_mb_per_user)
