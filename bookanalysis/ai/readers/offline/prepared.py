"""The offline reader after its look at the whole book: it answers about single passages."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from bookanalysis.ai.answers import DescribedFact, FactList, Mention, NamedPerson, NameList, Summary
from bookanalysis.ai.readers import KnownPerson, Passage, PresentCharacter
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

    def summarize(self, passage: Passage, names: NameList) -> Summary:
        weights = {
            (mention.start, mention.start + len(mention.text)): 1.0
            for person in names.persons
            for mention in person.mentions
            if mention.start is not None
        }
        return Summary(text=summarise(passage.text, weights))

    def confirm_names(
        self, passage: Passage, names: NameList, summary: Summary, sentences: Sequence[str]
    ) -> NameList:
        """The names without titles («الدكتور») whose bearer is not named in this or the last passage."""
        del summary, sentences
        nearby = {
            self.known_persons[here.person].name
            for number in (passage.number - 1, passage.number)
            for here in self._book.named.get(number, ())
            if not here.is_bare_title
        }
        return NameList(persons=[person for person in names.persons if person.name in nearby])

    def describe(self, passage: Passage, characters: Sequence[PresentCharacter]) -> FactList:
        """Who is tied to whom, and who is a man or a woman, each with the words that say so."""
        names = self._names_so_far(passage, characters)
        return FactList(facts=[*self._ties(passage, names), *self._genders(passage, names)])

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

    def _names_so_far(self, passage: Passage, characters: Sequence[PresentCharacter]) -> dict[int, str]:
        """Under which name the question lists each person of the passage, found by their places."""
        persons = {here.start: here.person for here in self._book.named.get(passage.number, ())}
        return {
            persons[start]: character.name
            for character in characters
            for start, _ in character.spans
            if start in persons
        }

    def _ties(self, passage: Passage, names: dict[int, str]) -> list[DescribedFact]:
        facts = []
        for tie in self._book.ties.get(passage.number, ()):
            if tie.a in names and tie.b in names:
                start, end = self._book.words.span(tie.first, tie.last)
                words = passage.text[start:end]
                facts.append(
                    DescribedFact(
                        character=names[tie.a],
                        kind=FactKind.RELATIONSHIP,
                        key=tie.type.value,
                        value=" ".join(words.split()),
                        other=names[tie.b],
                        words=words,
                        start=start,
                    )
                )
        return facts

    def _genders(self, passage: Passage, names: dict[int, str]) -> list[DescribedFact]:
        """One fact for each person, at the first sign in the passage."""
        facts = []
        for person, name in sorted(names.items()):
            gender = self._book.genders[person]
            places = self._book.sign_places(gender, passage.number) if gender else []
            if gender and places:
                start, end = self._book.words.span(*places[0])
                facts.append(
                    DescribedFact(
                        character=name,
                        kind=FactKind.GENDER,
                        value=gender.value,
                        words=passage.text[start:end],
                        start=start,
                    )
                )
        return facts
