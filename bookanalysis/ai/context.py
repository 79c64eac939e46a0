"""What a run is given from outside, and the working desk that its nodes share."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock

from bookanalysis.ai.answers import NameList, SummaryList
from bookanalysis.ai.characters import Characters
from bookanalysis.ai.identity import Appearance, Cast, FoundPerson
from bookanalysis.ai.readers import Part, Passage, PreparedReader, Reader
from bookanalysis.ai.store import Chunk, Store
from bookanalysis.arabic import FoldedText
from bookanalysis.epub import Publication
from bookanalysis.profile import Fact


@dataclass(frozen=True, slots=True)
class Options:
    """`concurrency` chunks are asked about at the same time; a chunk has at most `chunk_words` words."""

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


@dataclass
class ChunkNotes:
    """What is known of one chunk until it is committed; each task writes its own chunk's only.

    `names` is what the reader said, `persons` what of it was found in the text.
    """

    chunk: Chunk
    names: NameList = field(default_factory=NameList)
    persons: Sequence[FoundPerson] = ()
    summaries: SummaryList = field(default_factory=SummaryList)
    appearances: Sequence[Appearance] = ()
    facts: Sequence[Fact] = ()
    dropped: Counter[str] = field(default_factory=Counter)
    gap: str | None = None

    @property
    def passage(self) -> Passage:
        return passage_of(self.chunk)

    @cached_property
    def folded(self) -> FoldedText:
        return FoldedText(self.chunk.text)


@dataclass
class Context:
    """The run, and what its nodes leave for each other: texts and answers, which the state does not hold."""

    run: Run
    pieces: Sequence[Piece] = ()
    characters: Characters = field(default_factory=Characters)
    _notes: dict[int, ChunkNotes] = field(default_factory=dict)
    _prepared: PreparedReader | None = None
    _preparing: Lock = field(default_factory=Lock)

    @cached_property
    def publication(self) -> Publication:
        return self.run.store.publication()

    @cached_property
    def chunks(self) -> Sequence[Chunk]:
        return self.run.store.chunks()

    @cached_property
    def cast(self) -> Cast:
        return Cast(self.prepared.known_persons)

    @property
    def prepared(self) -> PreparedReader:
        """The reader that has seen the whole book."""
        with self._preparing:
            if self._prepared is None:
                self._prepared = self.run.reader.prepare([passage_of(chunk) for chunk in self.chunks])
            return self._prepared

    def window_of(self, number: int) -> range:
        """The numbers of the chunks that are read together with this one."""
        size = self.run.options.concurrency
        first = (number - 1) // size * size + 1
        return range(first, min(first + size, len(self.chunks) + 1))

    def notes(self, number: int) -> ChunkNotes:
        if number not in self._notes:
            self._notes[number] = ChunkNotes(self.chunks[number - 1])
        return self._notes[number]

    def put_away(self, number: int) -> None:
        """Forget a chunk that is committed."""
        del self._notes[number]


def passage_of(chunk: Chunk) -> Passage:
    return Passage(chunk.number, chunk.text, (Part(chunk.number, chunk.chapter_title, 0, len(chunk.text)),))
