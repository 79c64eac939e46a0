"""One claim about a character, with the words that say it."""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.engine.default import DefaultExecutionContext
from sqlalchemy.orm import Mapped, mapped_column, relationship

from bookanalysis.models.base import Base, word_of
from bookanalysis.models.chunk import Chunk
from bookanalysis.profile import FactKind


def digest_of(key: str, value: str, other_character_id: UUID | None) -> str:
    """What tells two claims apart that stand at the same place."""
    other = other_character_id.hex if other_character_id else ""
    return sha256("\x1f".join((key, value, other)).encode()).hexdigest()


def _digest(context: DefaultExecutionContext) -> str:
    row = context.get_current_parameters()  # type: ignore[no-untyped-call]
    return digest_of(row["key"], row["value"], row.get("other_character_id"))


class CharacterFact(Base):
    """`chunk text[start:end] == quote`; by the unique constraint, writing a fact twice is writing it once."""

    __tablename__ = "character_fact"
    __table_args__ = (UniqueConstraint("character_id", "chunk_id", "kind", "start", "end", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    character_id: Mapped[UUID] = mapped_column(ForeignKey("character.character_id", ondelete="CASCADE"))
    chunk_id: Mapped[UUID] = mapped_column(ForeignKey("chunk.chunk_id", ondelete="CASCADE"), index=True)
    kind: Mapped[FactKind] = mapped_column(word_of(FactKind))
    key: Mapped[str] = mapped_column(String(255), default="")
    value: Mapped[str] = mapped_column(Text)
    other_character_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("character.character_id", ondelete="CASCADE"), index=True
    )
    start: Mapped[int]
    end: Mapped[int]
    quote: Mapped[str] = mapped_column(Text)
    digest: Mapped[str] = mapped_column(String(64), default=_digest)

    chunk: Mapped[Chunk] = relationship(viewonly=True, lazy="raise")

    @property
    def chunk_number(self) -> int:
        return self.chunk.chunk_number
