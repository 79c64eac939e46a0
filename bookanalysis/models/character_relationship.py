"""What links two characters of a book."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, Timestamped, word_of
from bookanalysis.profile import RelationshipType


class CharacterRelationship(Timestamped, Base):
    """One row an unordered pair: `character_id_1 < character_id_2`, the type read from 1 to 2."""

    __tablename__ = "character_relationship"
    __table_args__ = (
        UniqueConstraint("character_id_1", "character_id_2", "book_id"),
        CheckConstraint("character_id_1 < character_id_2", name="ordered_pair"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[UUID] = mapped_column(ForeignKey("book.book_id", ondelete="CASCADE"), index=True)
    character_id_1: Mapped[UUID] = mapped_column(ForeignKey("character.character_id", ondelete="CASCADE"))
    character_id_2: Mapped[UUID] = mapped_column(
        ForeignKey("character.character_id", ondelete="CASCADE"), index=True
    )
    relationship_type: Mapped[RelationshipType] = mapped_column(word_of(RelationshipType))
    description: Mapped[str] = mapped_column(Text, default="")
