"""What has been read of a book, forgotten: one reading's characters do not go with another's."""

from sqlalchemy import delete

from bookanalysis.extensions import db
from bookanalysis.models import Book, Character, Chunk


def forget_reading(book: Book) -> None:
    """Facts, mentions and relationships go with their chunks and characters."""
    for table in (Character, Chunk):
        db.session.execute(
            delete(table).where(table.book_id == book.id).execution_options(synchronize_session=False)
        )
    book.forget_reading()
