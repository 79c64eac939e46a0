"""What a run is given from outside, and the working desk that its nodes share."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock, Semaphore

from bookanalysis.ai.characters import Characters
from bookanalysis.ai.identity import Cast
from bookanalysis.ai.notes import PassageNotes
from bookanalysis.ai.passages import passages_of
from bookanalysis.ai.readers import Passage, PreparedReader, Reader
from bookanalysis.ai.readers.offline.tables import is_given_name
from bookanalysis.ai.store import Chunk, Store
from bookanalysis.ai.turnstile import Turnstile
from bookanalysis.epub import Publication


@dataclass(frozen=True, slots=True)
class Options:
    """At most `concurrency` questions are asked at the same time; a chunk has at most `chunk_words` words."""

    accepted_languages: tuple[str, ...] = ("ar",)
    min_quality: float = 0.4
    chunk_words: int = 3000
    concurrency: int = 4


@dataclass(frozen=True, slots=True)
class Run:
    """One reading of one book."""

    reader: Reader
    store: Store
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Piece:
    """A chunk in the making: its text may still shrink, so it has no number and no place."""

    chapter_number: int
    chapter_title: str
    kind: str | None
    text: str


@dataclass(eq=False)
class Context:
    """The run, and what its nodes leave for each other: texts and answers, which the state does not hold."""

    run: Run
    pieces: Sequence[Piece] = ()
    characters: Characters = field(default_factory=Characters)
    turns: Turnstile = field(default_factory=Turnstile)
    _notes: dict[int, PassageNotes] = field(default_factory=dict)
    _prepared: PreparedReader | None = None
    _preparing: Lock = field(default_factory=Lock)

    @cached_property
    def publication(self) -> Publication:
        return self.run.store.publication()

    @cached_property
    def chunks(self) -> Sequence[Chunk]:
        return self.run.store.chunks()

    @cached_property
    def passages(self) -> Sequence[Passage]:
        return passages_of(self.chunks, self.run.reader.words_at_once)

    @cached_property
    def passage_with(self) -> dict[int, int]:
        """The number of the passage that holds each chunk."""
        return {part.chunk: passage.number for passage in self.passages for part in passage.parts}

    @cached_property
    def cast(self) -> Cast:
        return Cast(self.prepared.known_persons, is_given_name)

    @property
    def prepared(self) -> PreparedReader:
        """The reader that has seen the whole book."""
        with self._preparing:
            if self._prepared is None:
                self._prepared = self.run.reader.prepare(self.passages)
            return self._prepared

    @contextmanager
    def asking(self) -> Iterator[PreparedReader]:
        """The reader for one question; waits while as many are asked as may be."""
        reader = self.prepared
        with self._questions:
            yield reader

    @cached_property
    def _questions(self) -> Semaphore:
        return Semaphore(self.run.options.concurrency)

    def notes(self, passage: int) -> PassageNotes:
        """The notes on a passage; each thread writes its own passage's only."""
        if passage not in self._notes:
            self._notes[passage] = PassageNotes(self.passages[passage - 1])
        return self._notes[passage]

    def put_away(self, passage: int) -> None:
        """Forget a passage that is committed."""
        del self._notes[passage]
