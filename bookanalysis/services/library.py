"""A book that is in the library: changed, deleted, restored, read again."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.orm.interfaces import ORMOption

from bookanalysis.errors import BookIsBeingRead, BookNotFound
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job
from bookanalysis.models.loading import BOOK_WITH_DESCRIPTION
from bookanalysis.services.books import request_analysis
from bookanalysis.services.files import remove_files
from bookanalysis.services.forgetting import forget_reading
from bookanalysis.services.jobs import end_as_cancelled, hold_reading, tell_cancelled
from bookanalysis.services.quota import hold_to_quota, lock_library, refuse_a_copy


def update_book(book: Book, changes: Mapping[str, str | None]) -> Book:
    """A title or an author that is emptied is again what the reading found."""
    book_id = book.id
    lock_library(book.user_id)
    changed = _held(book_id, *BOOK_WITH_DESCRIPTION)
    changed.describe(changes)
    db.session.commit()
    return changed


def delete_book(book: Book) -> Book:
    """It leaves the library at once and can be restored for some days; its reading ends."""
    book_id = book.id
    lock_library(book.user_id)
    job = hold_reading(book_id)
    deleted = _held(book_id)
    if job is not None:
        end_as_cancelled(job)
    deleted.delete()
    db.session.commit()
    if job is not None:
        tell_cancelled(job)
    return deleted


def reprocess_book(book: Book) -> Job:
    """The old reading goes in the transaction that makes the new job."""
    book_id = book.id
    lock_library(book.user_id)
    reading = hold_reading(book_id)
    if reading is not None:
        raise BookIsBeingRead({"job_id": str(reading.id)})
    again = _held(book_id)
    old_text = again.txt_file
    forget_reading(again)
    again.wait()
    job = request_analysis(again)
    remove_files([old_text] if old_text else [])
    return job


def restore_book(user_id: UUID, book_id: UUID) -> Book:
    """Under the same rules as an upload. A book that is there already stays as it is."""
    lock_library(user_id)
    book = db.session.scalar(
        Book.restorable_by(user_id).where(Book.id == book_id).options(*BOOK_WITH_DESCRIPTION)
    )
    if book is None:
        return _there_already(user_id, book_id)
    refuse_a_copy(user_id, book.file_sha256)
    book.restore()
    db.session.flush()
    hold_to_quota(user_id)
    db.session.commit()
    return book


def _there_already(user_id: UUID, book_id: UUID) -> Book:
    book = db.session.scalar(Book.owned_by(user_id).where(Book.id == book_id).options(*BOOK_WITH_DESCRIPTION))
    if book is None:
        raise BookNotFound
    return book


def _held(book_id: UUID, *options: ORMOption) -> Book:
    """The book's row as it is now, nobody else's until the transaction ends."""
    book = db.session.get(Book, book_id, options=options, populate_existing=True, with_for_update=True)
    if book is None or book.is_deleted:
        raise BookNotFound
    return book
