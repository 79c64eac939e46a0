"""What is deleted for good, once a day: rows first, then files, so that no row lacks its file."""

import re
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select, union_all

from bookanalysis.extensions import db, storage
from bookanalysis.models import Book, utc_now
from bookanalysis.models.book import oldest_kept
from bookanalysis.services.files import remove_files

BOOKS_AT_ONCE = 100
_OURS = re.compile(r"[0-9a-f-]{36}\.(epub|txt)|\.draft-.+")
"""Whatever else an operator keeps in the storage's folder stays."""
UPLOAD_TIME = timedelta(hours=1)
"""After which a file has its row, or will never have one."""


def purge_books() -> None:
    """Remove what was deleted too long ago to be restored, each book in a transaction of its own."""
    while expired := _expired_books():
        for book_id in expired:
            remove_files(_purge(book_id))


def remove_unknown_files() -> None:
    """Those that no row knows: of refused uploads and of processes that died. Safe beside uploads."""
    old = list(storage().keys(before=utc_now() - UPLOAD_TIME))
    known = set(db.session.scalars(union_all(select(Book.file), select(Book.txt_file))))
    db.session.rollback()
    remove_files(key for key in old if _OURS.fullmatch(key) and key not in known)


def _expired_books() -> Sequence[UUID]:
    expired = select(Book.id).where(Book.is_deleted, Book.deleted_at <= oldest_kept()).limit(BOOKS_AT_ONCE)
    found = db.session.scalars(expired).all()
    db.session.rollback()
    return found


def _purge(book_id: UUID) -> list[str]:
    """The row goes, with all that hangs on it, if it is still deleted; its files' keys."""
    gone = db.session.execute(
        delete(Book)
        .where(Book.id == book_id, Book.is_deleted, Book.deleted_at <= oldest_kept())
        .returning(Book.file, Book.txt_file)
        .execution_options(synchronize_session=False)
    ).all()
    db.session.commit()
    return [key for keys in gone for key in keys if key]
