"""What is known of one passage until its chunks are committed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bookanalysis.ai.answers import NameList, SummaryList, UnreadPart
from bookanalysis.ai.grounding import GroundedPersons
from bookanalysis.ai.identity import Appearance, FoundPerson
from bookanalysis.ai.readers import Part, Passage, PresentCharacter
from bookanalysis.ai.store import ChunkReading, Span
from bookanalysis.arabic import FoldedText
from bookanalysis.profile import Fact


@dataclass
class PassageNotes:
    """`persons` are those of the reader's `names` that were found in the text, with their places in it.

    `appearances` are by chunk, their places the chunk's. `dropped` is counted where a passage's first
    chunk is: what is not in the text has no place.
    """

    passage: Passage
    names: NameList = field(default_factory=NameList)
    persons: Sequence[FoundPerson] = ()
    summaries: SummaryList = field(default_factory=SummaryList)
    appearances: Mapping[int, Sequence[Appearance]] = field(default_factory=dict)
    facts: Sequence[Fact] = ()
    dropped: Counter[str] = field(default_factory=Counter)
    gaps: dict[int, str] = field(default_factory=dict)

    @cached_property
    def folded(self) -> FoldedText:
        return FoldedText(self.passage.text)

    def keep(self, grounded: GroundedPersons) -> None:
        """Go on with what was found in the text; the rest is counted, and not asked about again."""
        self.persons = grounded.persons
        self.names = grounded.names
        self.dropped["mentions"] += grounded.dropped

    def miss(self, reason: str) -> None:
        """Note that a question about all of the passage has no answer; the first reason stays."""
        for part in self.passage.parts:
            self.gaps.setdefault(part.chunk, reason)

    def miss_parts(self, unread: Iterable[UnreadPart]) -> None:
        for missed in unread:
            if 1 <= missed.part <= len(self.passage.parts):
                self.gaps.setdefault(self.passage.parts[missed.part - 1].chunk, missed.reason)

    def persons_in(self, part: Part) -> list[FoundPerson]:
        """The persons whom one chunk names, with their places in the chunk."""
        return [
            FoundPerson(
                person.name,
                tuple(
                    (start - part.start, end - part.start, form)
                    for start, end, form in person.mentions
                    if part.start <= start and end <= part.end
                ),
            )
            for person in self.persons
        ]

    @cached_property
    def present(self) -> Sequence[tuple[str, PresentCharacter]]:
        """The characters of the whole passage by key, in order of first mention, under their latest names."""
        names: dict[str, str] = {}
        spans: dict[str, list[Span]] = defaultdict(list)
        for part in self.passage.parts:
            for appearance in self.appearances.get(part.chunk, ()):
                names[appearance.character] = appearance.name
                spans[appearance.character] += [
                    (start + part.start, end + part.start) for start, end in appearance.spans
                ]
        return [(key, PresentCharacter(name, tuple(spans[key]))) for key, name in names.items()]

    def reading_of(self, chunk: int) -> ChunkReading:
        """What is to be committed of one chunk."""
        here = self.appearances.get(chunk, ())
        names = [fact for appearance in here for fact in appearance.facts]
        said = [fact for fact in self.facts if fact.chunk == chunk]
        is_first = chunk == self.passage.parts[0].chunk
        return ChunkReading(
            number=chunk,
            summary=self._summary_of(chunk),
            gap=self.gaps.get(chunk),
            mentions={appearance.character: appearance.spans for appearance in here},
            facts=tuple(sorted({*names, *said})),
            confidence={appearance.character: appearance.confidence for appearance in here},
            dropped={what: count for what, count in self.dropped.items() if count and is_first},
        )

    def _summary_of(self, chunk: int) -> str | None:
        numbers = {number for number, part in enumerate(self.passage.parts, 1) if part.chunk == chunk}
        return next((summary.text for summary in self.summaries.summaries if summary.part in numbers), None)
