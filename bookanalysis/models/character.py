"""A character, and where the chunks mention it."""

from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, Select, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from bookanalysis.arabic import fold
from bookanalysis.errors import CharacterNotFound, NotFound
from bookanalysis.models.base import Base, Timestamped, word_of
from bookanalysis.models.book import Book
from bookanalysis.models.character_fact import CharacterFact
from bookanalysis.models.chunk import Chunk
from bookanalysis.profile import Role

MOST_LETTERS_OF_A_NAME = 255


class Character(Timestamped, Base):
    """All but the keys is a fold over the character's facts and mentions, kept so that lists need none."""

    __tablename__ = "character"
    not_found: ClassVar[type[NotFound]] = CharacterNotFound

    id: Mapped[UUID] = mapped_column("character_id", primary_key=True, default=uuid4)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("book.book_id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(String(MOST_LETTERS_OF_A_NAME))
    name_key: Mapped[str] = mapped_column(String(MOST_LETTERS_OF_A_NAME))
    gender: Mapped[str | None] = mapped_column(String(20))
    role: Mapped[Role] = mapped_column(word_of(Role), default=Role.MINOR)
    mention_count: Mapped[int] = mapped_column(default=0)
    confidence: Mapped[float] = mapped_column(default=1.0)
    character_data: Mapped[dict[str, Any]] = mapped_column(default=dict)

    mentions: Mapped[list["ChunkCharacter"]] = relationship(
        viewonly=True, lazy="raise", order_by="ChunkCharacter.id"
    )
    evidence: Mapped[list["CharacterFact"]] = relationship(
        viewonly=True,
        lazy="raise",
        primaryjoin="or_(Character.id == CharacterFact.character_id,"
        " Character.id == CharacterFact.other_character_id)",
        order_by="CharacterFact.id",
    )

    __table_args__ = (Index("ix_character_book_id_mention_count", "book_id", "mention_count"),)

    @classmethod
    def owned_by(cls, user_id: UUID) -> Select[Self]:
        return select(cls).join(Book).where(Book.user_id == user_id, Book.is_deleted.is_(False))

    @validates("name")
    def _keep_name_key(self, _key: str, name: str) -> str:
        self.name_key = fold(name)
        return name


class ChunkCharacter(Timestamped, Base):
    """A character in a chunk; `position_info` holds its mentions' spans, `mention_count` their number.

    `confidence` is the character's as it stood there.
    """

    __tablename__ = "chunk_character"
    __table_args__ = (UniqueConstraint("chunk_id", "character_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    chunk_id: Mapped[UUID] = mapped_column(ForeignKey("chunk.chunk_id", ondelete="CASCADE"))
    character_id: Mapped[UUID] = mapped_column(
        ForeignKey("character.character_id", ondelete="CASCADE"), index=True
    )
    mention_count: Mapped[int] = mapped_column(default=1)
    position_info: Mapped[list[list[int]]] = mapped_column(default=list)
    confidence: Mapped[float] = mapped_column(default=1.0)

    character: Mapped[Character] = relationship(viewonly=True, lazy="raise")
    chunk: Mapped[Chunk] = relationship(viewonly=True, lazy="raise")


class CharacterOrder(StrEnum):
    """Most mentioned first, unless told otherwise; a minus turns the order round."""

    MOST_MENTIONED = "-mention_count"
    LEAST_MENTIONED = "mention_count"
    NAME = "name"
    NAME_BACKWARDS = "-name"
    SUREST = "-confidence"
    LEAST_SURE = "confidence"


def find_characters(
    book: Book,
    role: Role | None = None,
    q: str = "",
    ordering: CharacterOrder = CharacterOrder.MOST_MENTIONED,
) -> Select[Character]:
    characters = select(Character).where(Character.book_id == book.id)
    if role:
        characters = characters.where(Character.role == role)
    if q:
        characters = characters.where(Character.name_key.contains(fold(q), autoescape=True))
    column = getattr(Character, ordering.removeprefix("-"))
    return characters.order_by(column.desc() if ordering.startswith("-") else column, Character.id)
