"""A character, and where the chunks mention it."""

from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from bookanalysis.arabic import fold
from bookanalysis.models.base import Base, Timestamped, word_of
from bookanalysis.profile import Role


class Character(Timestamped, Base):
    """All but the keys is a fold over the character's facts and mentions, kept so that lists need none.

    `key` is what the reading calls it: c1, c2, ... in order of first appearance.
    """

    __tablename__ = "character"

    id: Mapped[UUID] = mapped_column("character_id", primary_key=True, default=uuid4)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("book.book_id", ondelete="CASCADE"))
    key: Mapped[str] = mapped_column(String(20), default="")
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(String(255))
    gender: Mapped[str | None] = mapped_column(String(20))
    role: Mapped[Role] = mapped_column(word_of(Role), default=Role.MINOR)
    mention_count: Mapped[int] = mapped_column(default=0)
    confidence: Mapped[float] = mapped_column(default=1.0)
    character_data: Mapped[dict[str, Any]] = mapped_column(default=dict)

    __table_args__ = (Index("ix_character_book_id_mention_count", "book_id", "mention_count"),)

    @validates("name")
    def _keep_name_key(self, _key: str, name: str) -> str:
        self.name_key = fold(name)
        return name


class ChunkCharacter(Timestamped, Base):
    """A character in a chunk; `position_info` holds its mentions' spans, `mention_count` their number."""

    __tablename__ = "chunk_character"
    __table_args__ = (UniqueConstraint("chunk_id", "character_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chunk_id: Mapped[UUID] = mapped_column(ForeignKey("chunk.chunk_id", ondelete="CASCADE"))
    character_id: Mapped[UUID] = mapped_column(
        ForeignKey("character.character_id", ondelete="CASCADE"), index=True
    )
    mention_count: Mapped[int] = mapped_column(default=1)
    position_info: Mapped[list[list[int]]] = mapped_column(default=list)
