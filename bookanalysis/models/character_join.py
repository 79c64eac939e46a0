"""Two characters that a book shows to be one."""

from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, Timestamped
from bookanalysis.models.chunk import Chunk


class CharacterJoin(Timestamped, Base):
    """`dropped_id` was found as a character of its own; from its chunk on it is one with `kept_id`.

    The dropped character's row is gone, and what was said of it is said of the kept one, which may be
    dropped itself. `facts` and `sightings` hold what the join has rewritten, so that the book can be shown
    as it stood before; the times are those of the dropped row.
    """

    __tablename__ = "character_join"

    dropped_id: Mapped[UUID] = mapped_column(primary_key=True)
    kept_id: Mapped[UUID]
    chunk_id: Mapped[UUID] = mapped_column(ForeignKey(Chunk.id, ondelete="CASCADE"), index=True)
    facts: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
    sightings: Mapped[list[Any]] = mapped_column(JSON(none_as_null=True))
