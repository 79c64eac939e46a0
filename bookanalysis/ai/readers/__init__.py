"""The one door between the workflow and whoever reads: rules and statistics, or a chat model."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bookanalysis.ai.answers import (
    BookName,
    FactList,
    NameList,
    QualityAssessment,
    SummaryList,
    TextClassification,
)


@dataclass(frozen=True, slots=True)
class Part:
    """A chunk inside a passage: `passage.text[start:end]` is its text."""

    chunk: int
    chapter_title: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """What a reader is asked about at once: whole chunks that follow each other. Numbers count from 1."""

    number: int
    text: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person whom `prepare` found in the whole book.

    `name` is the form to show in the end. `forms` are all forms of the name as they stand in the text,
    the best to show first; `name` is the first of them.
    """

    name: str
    forms: tuple[str, ...]
    gender: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class PresentCharacter:
    """A character of a passage: its name so far, and its mentions' (start, end) in the passage's text.

    Answers mean it by its place in the question's list, counted from 1.
    """

    name: str
    spans: tuple[tuple[int, int], ...] = field(default=())


class Reader(Protocol):
    """Answers questions about a book.

    Every method may be called from several threads, and raises only what `bookanalysis.errors` holds.
    `samples` are stretches of the raw text from all over the book, from its beginning to its end.
    Chunks that follow each other are asked about together up to `words_at_once`; 0: each chunk alone.
    """

    name: str
    words_at_once: int

    def assess_quality(self, samples: Sequence[str]) -> QualityAssessment: ...

    def classify(self, samples: Sequence[str]) -> TextClassification: ...

    def name_book(self, opening: str, metadata: BookName) -> BookName: ...

    def prepare(self, passages: Sequence[Passage]) -> "PreparedReader":
        """See the whole cleaned book once. Cheap, and the same for the same text."""
        ...


class PreparedReader(Protocol):
    """A reader that has seen the whole of one book; it answers about that book's passages only."""

    known_persons: Sequence[KnownPerson]

    def list_names(self, passage: Passage) -> NameList: ...

    def summarize(self, passage: Passage, names: NameList) -> SummaryList: ...

    def confirm_names(
        self, passage: Passage, names: NameList, summaries: SummaryList, sentences: Sequence[str]
    ) -> NameList:
        """The names again, now with the summaries and the sentences around the names."""
        ...

    def describe(self, passage: Passage, characters: Sequence[PresentCharacter]) -> FactList: ...
