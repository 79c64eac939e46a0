"""Take a book in, and ask for it to be read."""

from contextlib import ExitStack
from hashlib import sha256
from os import SEEK_END
from typing import BinaryIO
from uuid import UUID, uuid4

from bookanalysis.config import Config, config
from bookanalysis.epub import check_upload
from bookanalysis.errors import FileTooLarge
from bookanalysis.extensions import db, off_loop, storage
from bookanalysis.models import Book, Job, JobType, User
from bookanalysis.services.queue import enqueue_reading
from bookanalysis.services.quota import hold_to_quota, lock_library, refuse_a_copy

BLOCK = 1 << 20


def add_book(
    user: User,
    file: BinaryIO,
    title: str | None = None,
    author: str | None = None,
    description: str | None = None,
) -> Book:
    """Check and keep the file, and put its row into a transaction that `request_analysis` commits."""
    user_id = user.id
    size, digest = off_loop(_inspect, file, config())
    refuse_a_copy(user_id, digest)
    db.session.rollback()  # gives the connection back: writing the file is slow

    book = Book(id=uuid4(), user_id=user_id, title=title, author=author, description=description)
    book.file, book.file_size, book.file_sha256 = f"{book.id}.epub", size, digest
    with ExitStack() as undo:
        undo.callback(off_loop, storage().remove, book.file)
        off_loop(storage().save, book.file, file)
        _insert(user_id, book)
        undo.pop_all()
    return book


def request_analysis(book: Book) -> Job:
    """Commit the book, whose library is locked, with a job to read it; then hint to the workers."""
    job = Job(user_id=book.user_id, book_id=book.id, job_type=JobType.PROCESS_BOOK)
    db.session.add(job)
    db.session.commit()
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


def _insert(user_id: UUID, book: Book) -> None:
    """Who uploads or restores at the same time waits here."""
    lock_library(user_id)
    refuse_a_copy(user_id, book.file_sha256)
    db.session.add(book)
    db.session.flush()
    hold_to_quota(user_id)
