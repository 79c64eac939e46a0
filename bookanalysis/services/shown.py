"""What is shown where no row has it: in the shape of the rows, for the same schemas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from bookanalysis.models import Chunk
from bookanalysis.profile import FactKind, RelationshipType, Role

Id = UUID | str
"""As rows have it, or as it is said: thousands are said at once, and keys are text already."""


@dataclass(frozen=True, slots=True)
class ChunkPlace:
    id: Id
    chunk_number: int
    chapter_number: int


@dataclass(frozen=True, slots=True)
class ShownFact:
    kind: FactKind
    key: str
    value: str
    character_id: Id
    other_character_id: Id | None
    chunk_id: Id
    chunk_number: int
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ShownMentions:
    """Of one character in one chunk."""

    chunk: ChunkPlace
    mention_count: int
    position_info: Sequence[Sequence[int]]

    @property
    def chunk_id(self) -> Id:
        return self.chunk.id


@dataclass(frozen=True, slots=True)
class ShownCharacter:
    id: Id
    book_id: UUID
    name: str
    role: Role
    gender: str | None
    mention_count: int
    confidence: float
    character_data: Mapping[str, Any]
    created_at: datetime
    updated_at: datetime
    evidence: Sequence[ShownFact] = field(default=())
    mentions: Sequence[ShownMentions] = field(default=())


@dataclass(frozen=True, slots=True)
class Link:
    """Two characters, the type read from the first to the second, and the words that say so."""

    character_id_1: Id
    character_id_2: Id
    name_1: str
    name_2: str
    relationship_type: RelationshipType
    description: str
    evidence: Sequence[Any]
    """Each a fact with the `chunk_number` of its chunk."""


@dataclass(frozen=True, slots=True)
class Appearance:
    chunk_id: Id
    chunk_number: int
    character_id: Id
    mention_count: int


@dataclass(frozen=True, slots=True)
class NamedCharacter:
    id: Id
    name: str


@dataclass(frozen=True, slots=True)
class NamedHere:
    """A character's mentions in the chunk that is shown."""

    character: NamedCharacter
    mention_count: int
    position_info: Sequence[Sequence[int]]

    @property
    def character_id(self) -> Id:
        return self.character.id


@dataclass(frozen=True, slots=True)
class ShownChunk:
    """A chunk's row, but for who is mentioned in it."""

    row: Chunk
    mentions: Sequence[NamedHere]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)
