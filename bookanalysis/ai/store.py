"""What the workflow reads and writes goes through a store handed in with the run: memory, or the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bookanalysis.ai.answers import BookName
from bookanalysis.epub import Publication
from bookanalysis.joins import Join
from bookanalysis.profile import Fact

Span = tuple[int, int]
"""Start and end in the chunk's text, in code points."""
SEPARATOR = "\n\n"
"""Between two chunks, in the cleaned text and in a passage."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What fits one question: `cleaned text[start:end] == text`. Numbers count from 1."""

    number: int
    chapter_number: int
    chapter_title: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Validation:
    """What the validator found; what it did not come to is None."""

    language: str | None = None
    language_confidence: float | None = None
    quality_score: float | None = None
    classification: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class ChunkReading:
    """All that one chunk says, committed at once. Character keys are those of the run's cast.

    `gap` is why a question about it stayed without an answer. `dropped` counts the names and facts whose
    words are not in the text.
    """

    number: int
    summary: str | None = None
    gap: str | None = None
    mentions: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    facts: Sequence[Fact] = ()
    confidence: Mapping[str, float] = field(default_factory=dict)
    dropped: Mapping[str, int] = field(default_factory=dict)


class Store(Protocol):
    """Each writing method commits on its own, and writing the same again changes nothing."""

    def publication(self) -> Publication:
        """The book as its file has it. Raises `BookRefused`."""
        ...

    def save_validation(self, validation: Validation) -> None: ...

    def save_name(self, name: BookName) -> None: ...

    def save_chunks(self, chunks: Sequence[Chunk]) -> None: ...

    def chunks(self) -> Sequence[Chunk]: ...

    def commit_chunk(self, reading: ChunkReading) -> bool:
        """Keep a chunk's facts and its mark as read, in one transaction. False if it was read before."""
        ...

    def finish(self, joins: Sequence[Join]) -> None:
        """Close the reading: characters that were found twice become one."""
        ...
