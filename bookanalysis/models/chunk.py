"""A stretch of a book that fits one question."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, ForeignKey, Select, String, Text, UniqueConstraint, select, true
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bookanalysis.errors import ChunkNotFound, NotFound
from bookanalysis.models.base import Base, Timestamped
from bookanalysis.models.book import Book

if TYPE_CHECKING:
    from bookanalysis.models.character import ChunkCharacter

HIGHEST_NUMBER = 2**31 - 1
"""That a column for a number can be compared with."""


class Chunk(Timestamped, Base):
    """`cleaned text[start_position:end_position] == chunk_text`, in code points.

    `read_at` is empty until its facts are committed; `gap` says why it could not be read.
    """

    __tablename__ = "chunk"
    not_found: ClassVar[type[NotFound]] = ChunkNotFound
    __table_args__ = (UniqueConstraint("book_id", "chunk_number"),)

    id: Mapped[UUID] = mapped_column("chunk_id", primary_key=True, default=uuid4)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("book.book_id", ondelete="CASCADE"))
    chunk_number: Mapped[int]
    chapter_number: Mapped[int]
    chapter_title: Mapped[str] = mapped_column(String(255), default="")
    start_position: Mapped[int]
    end_position: Mapped[int]
    word_count: Mapped[int]
    read_at: Mapped[datetime | None]
    gap: Mapped[str | None] = mapped_column(Text)
    summary: Mapped[str | None] = mapped_column(Text, deferred=True, deferred_group="text")
    chunk_text: Mapped[str] = mapped_column(Text, deferred=True, deferred_group="text")

    mentions: Mapped[list["ChunkCharacter"]] = relationship(
        viewonly=True, lazy="raise", order_by="ChunkCharacter.id"
    )

    @classmethod
    def owned_by(cls, user_id: UUID) -> Select[Self]:
        return select(cls).join(Book).where(Book.user_id == user_id, Book.is_deleted.is_(False))


def up_to(until_chunk: int | None) -> ColumnElement[bool]:
    """The chunks to this one; behind the last chunk's end, and without a number, all."""
    return true() if until_chunk is None else Chunk.chunk_number <= min(until_chunk, HIGHEST_NUMBER)


def chunks_of(book: Book) -> Select[Chunk]:
    return select(Chunk).where(Chunk.book_id == book.id).order_by(Chunk.chunk_number)
