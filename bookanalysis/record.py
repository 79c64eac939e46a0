"""What is known of a book, from wherever it was read: from memory or from the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bookanalysis.profile import Fact

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChunkRecord:
    """A chunk and its place in the cleaned text."""

    number: int
    chapter_number: int
    chapter_title: str
    start: int
    end: int
    summary: str | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class CharacterRecord:
    """A character after all merges. `key` is what facts call it; it is not exported.

    `mentions` maps a chunk's number to the spans in the chunk's text.
    """

    key: str
    mentions: Mapping[int, Sequence[Span]]
    confidence: float

    @property
    def num_of_mentions(self) -> int:
        return sum(map(len, self.mentions.values()))

    @property
    def num_of_chunks(self) -> int:
        return sum(1 for spans in self.mentions.values() if spans)

    @property
    def first_place(self) -> tuple[int, Span]:
        return min((chunk, min(spans)) for chunk, spans in self.mentions.items() if spans)


@dataclass(frozen=True, slots=True)
class BookRecord:
    """All that is known of a book, in any order."""

    title: str | None
    author: str | None
    language: str | None
    reader: str
    chunks: Sequence[ChunkRecord] = ()
    characters: Sequence[CharacterRecord] = ()
    facts: Sequence[Fact] = ()
