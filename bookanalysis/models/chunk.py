"""A stretch of a book that fits one question."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, Timestamped


class Chunk(Timestamped, Base):
    """`cleaned text[start_position:end_position] == chunk_text`, in code points.

    `read_at` is empty until its facts are committed; `gap` says why it could not be read.
    """

    __tablename__ = "chunk"
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
    summary: Mapped[str | None] = mapped_column(Text, deferred=True)
    chunk_text: Mapped[str] = mapped_column(Text, deferred=True)
