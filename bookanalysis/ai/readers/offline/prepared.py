"""The offline reader after its look at the whole book: it answers about single passages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bookanalysis.ai.answers import (
    DescribedFact,
    FactList,
    Mention,
    NamedPerson,
    NameList,
    Summary,
    SummaryList,
)
from bookanalysis.ai.readers import KnownPerson, Part, Passage, PresentCharacter
from bookanalysis.ai.readers.offline.summary import summarise
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.whole_book import NamedHere, WholeBook, look_through
from bookanalysis.profile import FactKind


class PreparedOfflineReader:
    """Holds what was found in the whole book and changes nothing; any thread may ask."""

    def __init__(self, passages: Sequence[Passage], tables: Tables) -> None:
        self._book: WholeBook = look_through(passages, tables)
        self.known_persons: Sequence[KnownPerson] = self._book.known

    def list_names(self, passage: Passage) -> NameList:
        """Every person of the passage with the exact places of the mentions."""
        return self._names(passage, self._book.named.get(passage.number, ()))

    def summarize(self, passage: Passage, names: NameList) -> SummaryList:
        spans = [
            (mention.start, mention.start + len(mention.text))
            for person in names.persons
            for mention in person.mentions
            if mention.start is not None
        ]
        return SummaryList(
            summaries=[
                Summary(part=number, text=_summary_of(passage, part, spans))
                for number, part in enumerate(passage.parts, 1)
            ]
        )

    def confirm_names(
        self, passage: Passage, names: NameList, summaries: SummaryList, sentences: Sequence[str]
    ) -> NameList:
        """The names without titles («الدكتور») whose bearer is not named in this or the last passage."""
        del summaries, sentences
        nearby = {
            self.known_persons[here.person].name
            for number in (passage.number - 1, passage.number)
            for here in self._book.named.get(number, ())
            if not here.is_bare_title
        }
        return NameList(persons=[person for person in names.persons if person.name in nearby])

    def describe(self, passage: Passage, characters: Sequence[PresentCharacter]) -> FactList:
        """Who is tied to whom and what each is like, each with the words that say so."""
        numbers = self._numbers(passage, characters)
        return FactList(
            facts=[
                *self._ties(passage, numbers),
                *self._genders(passage, numbers),
                *self._findings(passage, numbers),
            ]
        )

    def _names(self, passage: Passage, places: Iterable[NamedHere]) -> NameList:
        mentions = defaultdict(list)
        for here in places:
            form = passage.text[here.start : here.end]
            mentions[here.person].append(Mention(text=form, start=here.start))
        return NameList(
            persons=[
                NamedPerson(name=self.known_persons[person].name, mentions=found)
                for person, found in mentions.items()
            ]
        )

    def _numbers(self, passage: Passage, characters: Sequence[PresentCharacter]) -> dict[int, int]:
        """Each person's number in the question's list, found by the places of the mentions."""
        persons = {here.start: here.person for here in self._book.named.get(passage.number, ())}
        return {
            persons[start]: number
            for number, character in enumerate(characters, 1)
            for start, _ in character.spans
            if start in persons
        }

    def _ties(self, passage: Passage, numbers: dict[int, int]) -> Iterator[DescribedFact]:
        for tie in self._book.ties.get(passage.number, ()):
            if tie.a in numbers and tie.b in numbers:
                said = DescribedFact(
                    character=numbers[tie.a],
                    kind=FactKind.RELATIONSHIP,
                    key=tie.type.value,
                    value="",
                    other=numbers[tie.b],
                    words="",
                )
                yield from self._worded(passage, (tie.first, tie.last), said)

    def _genders(self, passage: Passage, numbers: dict[int, int]) -> Iterator[DescribedFact]:
        """One fact for each person, at the first sign in the passage."""
        for person, number in sorted(numbers.items()):
            gender = self._book.genders[person]
            places = self._book.sign_places(gender, passage.number) if gender else []
            if gender and places:
                said = DescribedFact(character=number, kind=FactKind.GENDER, value=gender.value, words="")
                yield from self._worded(passage, places[0], said)

    def _findings(self, passage: Passage, numbers: dict[int, int]) -> Iterator[DescribedFact]:
        for found in self._book.findings.get(passage.number, ()):
            if found.person in numbers:
                said = DescribedFact(
                    character=numbers[found.person],
                    kind=found.kind,
                    key=found.key,
                    value=found.value,
                    words="",
                )
                yield from self._worded(passage, (found.first, found.last), said)

    def _worded(
        self, passage: Passage, tokens: tuple[int, int], said: DescribedFact
    ) -> Iterator[DescribedFact]:
        """The fact with its words, which are its value too if it has no other.

        Words that reach from one part into the next are left out: a fact belongs to one chunk.
        """
        start, end = self._book.words.span(*tokens)
        if any(part.start <= start and end <= part.end for part in passage.parts):
            words = passage.text[start:end]
            value = said.value or " ".join(words.split())
            yield said.model_copy(update={"words": words, "start": start, "value": value})


def _summary_of(passage: Passage, part: Part, spans: Iterable[tuple[int, int]]) -> str:
    weights = {
        (start - part.start, end - part.start): 1.0
        for start, end in spans
        if part.start <= start and end <= part.end
    }
    return summarise(passage.text[part.start : part.end], weights)
