"""Take a book in, and ask for it to be read."""

from contextlib import ExitStack
from hashlib import sha256
from os import SEEK_END
from typing import BinaryIO
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from bookanalysis.config import Config, config
from bookanalysis.epub import check_upload
from bookanalysis.errors import BookExists, BookIsBeingRead, FileTooLarge, LibraryFull, TooManyBooks
from bookanalysis.extensions import db, off_loop, storage
from bookanalysis.models import Book, Job, JobType, User
from bookanalysis.services.queue import enqueue_reading

BLOCK = 1 << 20


def add_book(
    user: User,
    file: BinaryIO,
    title: str | None = None,
    author: str | None = None,
    description: str | None = None,
) -> Book:
    """Check and keep the file, and put its row into a transaction that `request_analysis` commits."""
    limits = config()
    size, digest = off_loop(_inspect, file, limits)
    _refuse_a_copy(user, digest)
    db.session.rollback()  # gives the connection back: writing the file is slow

    book = Book(id=uuid4(), user_id=user.id, title=title, author=author, description=description)
    book.file, book.file_size, book.file_sha256 = f"{book.id}.epub", size, digest
    with ExitStack() as undo:
        off_loop(storage().save, book.file, file)
        undo.callback(storage().remove, book.file)
        _insert(user, book)
        _hold_to_quota(user, limits)
        undo.pop_all()
    return book


def request_analysis(book: Book) -> Job:
    """Commit the book with a job to read it, then hint to the workers."""
    job = Job(user_id=book.user_id, book_id=book.id, job_type=JobType.PROCESS_BOOK)
    db.session.add(job)
    try:
        db.session.commit()
    except IntegrityError as error:
        db.session.rollback()
        raise BookIsBeingRead({"book_id": str(book.id)}) from error
    enqueue_reading(job)
    return job


def _inspect(file: BinaryIO, limits: Config) -> tuple[int, str]:
    """Size and digest of a file that may be an EPUB."""
    size = file.seek(0, SEEK_END)
    if size > limits.max_epub_bytes:
        raise FileTooLarge(limit=limits.max_epub_mb)
    file.seek(0)
    check_upload(file)
    file.seek(0)
    digest = sha256()
    while block := file.read(BLOCK):
        digest.update(block)
    return size, digest.hexdigest()


def _refuse_a_copy(user: User, digest: str) -> None:
    book_id = db.session.scalar(
        Book.owned_by(user.id).where(Book.file_sha256 == digest).with_only_columns(Book.id)
    )
    if book_id is not None:
        raise BookExists({"book_id": str(book_id)})


def _insert(user: User, book: Book) -> None:
    """Whoever uploads at the same time waits here: for the user's row, on SQLite for the whole database."""
    db.session.execute(select(User.id).where(User.id == user.id).with_for_update())
    db.session.add(book)
    try:
        db.session.flush()
    except IntegrityError:
        db.session.rollback()
        _refuse_a_copy(user, book.file_sha256)
        raise


def _hold_to_quota(user: User, limits: Config) -> None:
    """Counts with the new row in, while the transaction keeps others out."""
    books, size = db.session.execute(
        select(func.count(), func.sum(Book.file_size)).where(
            Book.user_id == user.id, Book.is_deleted.is_(False)
        )
    ).one()
    if books > limits.max_books_per_user:
        db.session.rollback()
        raise TooManyBooks(limit=limits.max_books_per_user)
    if size > limits.max_bytes_per_user:
        db.session.rollback()
        raise LibraryFull(limit=limits.max_mb_per_user)
