"""What one look at the whole book finds: its persons, who is named where, and what ties them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bookanalysis.ai.readers import KnownPerson, Passage
from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.forms import forms_of
from bookanalysis.ai.readers.offline.gender import Gender, gender_of
from bookanalysis.ai.readers.offline.mentions import NamePlace, find_mentions
from bookanalysis.ai.readers.offline.names import BookNames
from bookanalysis.ai.readers.offline.persons import Person, persons_of
from bookanalysis.ai.readers.offline.portraits import find_portraits
from bookanalysis.ai.readers.offline.relations import find_ties
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.words import BookWords


@dataclass(frozen=True, slots=True)
class NamedHere:
    """A mention of a person (by their place in `known`) with its span in the passage."""

    person: int
    start: int
    end: int
    is_bare_title: bool


@dataclass(frozen=True, slots=True)
class WholeBook:
    """`named`, `ties` and `findings` are by the passage's number, in reading order.

    `genders` go with `known`.
    """

    words: BookWords
    known: Sequence[KnownPerson]
    genders: Sequence[Gender | None]
    named: Mapping[int, Sequence[NamedHere]]
    ties: Mapping[int, Sequence[Tie]]
    findings: Mapping[int, Sequence[Finding]]
    numbers: Sequence[int]

    def sign_places(self, gender: Gender, passage: int) -> list[tuple[int, int]]:
        """Where a passage shows a person's gender."""
        return [place for place in gender.places if self.numbers[self.words.passage_of(place[0])] == passage]


def look_through(passages: Sequence[Passage], tables: Tables) -> WholeBook:
    words = BookWords([passage.text for passage in passages], tables)
    names = BookNames(words, tables)
    persons = persons_of(find_mentions(words, names), tables, words)
    genders = [gender_of(person.mentions, words) for person in persons]
    numbers = [passage.number for passage in passages]
    named = defaultdict(list)
    for mention, person in _in_reading_order(persons):
        start, end = words.span(mention.first, mention.last)
        here = NamedHere(person, start, end, is_bare_title=not mention.core)
        named[numbers[words.passage_of(mention.first)]].append(here)
    ties = defaultdict(list)
    cast = Cast(
        words,
        [person.mentions for person in persons],
        [gender.value if gender else None for gender in genders],
    )
    for tie in find_ties(cast):
        ties[numbers[words.passage_of(tie.first)]].append(tie)
    findings = defaultdict(list)
    for finding in find_portraits(cast):
        findings[numbers[words.passage_of(finding.first)]].append(finding)
    known = [_known(person, gender, words, names) for person, gender in zip(persons, genders, strict=True)]
    return WholeBook(words, known, genders, named, ties, findings, numbers)


def _in_reading_order(persons: Sequence[Person]) -> list[tuple[NamePlace, int]]:
    places = [(mention, number) for number, person in enumerate(persons) for mention in person.mentions]
    return sorted(places, key=lambda place: place[0].first)


def _known(person: Person, gender: Gender | None, words: BookWords, names: BookNames) -> KnownPerson:
    forms = forms_of(person, words)
    return KnownPerson(
        name=forms[0],
        forms=forms,
        gender=gender.value if gender else None,
        confidence=names.confidence(word for core in person.cores for word in core),
    )
