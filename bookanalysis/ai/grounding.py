"""What a reader says is kept only with its place: names and evidence are looked up in the chunk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bookanalysis.ai.answers import DescribedFact, FactList, NameList
from bookanalysis.ai.identity import Appearance, FoundPerson
from bookanalysis.ai.store import Span
from bookanalysis.arabic import FoldedText, fold
from bookanalysis.profile import Fact, FactKind, RelationshipType


@dataclass(frozen=True, slots=True)
class GroundedPersons:
    """The persons whom the chunk names; `dropped` counts the mentions that are not in it."""

    persons: tuple[FoundPerson, ...]
    dropped: int


@dataclass(frozen=True, slots=True)
class GroundedFacts:
    """The facts whose words are in the chunk; `dropped` counts the others."""

    facts: tuple[Fact, ...]
    dropped: int


def ground_persons(text: FoldedText, names: NameList) -> GroundedPersons:
    """Find every mention in the text. A place belongs to one person, the first who claims it.

    A mention with a place is that place; one without stands for every place where its form stands.
    """
    places: dict[int, dict[Span, str]] = defaultdict(dict)
    taken: set[Span] = set()
    sought: list[tuple[int, str]] = []
    dropped = 0
    for index, person in enumerate(names.persons):
        for mention in person.mentions:
            span = _told_place(text.text, mention.text, mention.start)
            if span is None:
                sought.append((index, mention.text))
            elif span in taken:
                dropped += 1
            else:
                taken.add(span)
                places[index][span] = mention.text
    found_forms = set()
    for index, span, form in _places_of(text, sought):
        found_forms.add((index, form))
        if span not in taken:
            taken.add(span)
            places[index][span] = text.text[slice(*span)]
    dropped += sum((index, fold(form)) not in found_forms for index, form in sought)
    persons = tuple(
        FoundPerson(person.name, tuple((*span, form) for span, form in sorted(places[index].items())))
        for index, person in enumerate(names.persons)
        if places[index]
    )
    return GroundedPersons(persons, dropped)


def _told_place(text: str, words: str, start: int | None) -> Span | None:
    """The place that the reader told, if the words stand there."""
    if start is None or start < 0 or not words or not text.startswith(words, start):
        return None
    return start, start + len(words)


def _places_of(text: FoldedText, sought: Sequence[tuple[int, str]]) -> Iterator[tuple[int, Span, str]]:
    """Whose form stands where, and the form's key; the longest form wins, then the first who has it."""
    if not sought:
        return
    owners: dict[str, int] = {}
    for index, form in sought:
        owners.setdefault(fold(form), index)
    for span in text.find(form for _, form in sought):
        form = fold(text.text[slice(*span)])
        if form in owners:
            yield owners[form], span, form


def ground_facts(
    text: FoldedText, chunk: int, answer: FactList, present: Sequence[Appearance]
) -> GroundedFacts:
    """Find the words of every fact in the text, and its characters among those of the chunk."""
    facts = [_grounded(text, chunk, said, present) for said in answer.facts]
    kept = tuple(sorted({fact for fact in facts if fact is not None}))
    return GroundedFacts(kept, facts.count(None))


def _grounded(
    text: FoldedText, chunk: int, said: DescribedFact, present: Sequence[Appearance]
) -> Fact | None:
    character = _meant(said.character, present)
    other = _meant(said.other, present)
    span = _told_place(text.text, said.words, said.start) or _nearest(
        text.find([said.words]), said.start or 0
    )
    if character is None or span is None or said.kind is FactKind.NAME or not said.value.strip():
        return None
    if said.kind is FactKind.RELATIONSHIP and other in (None, character):
        return None
    start, end = span
    return Fact(
        chunk=chunk,
        start=start,
        end=end,
        character=character,
        kind=said.kind,
        key=_relationship_type(said.key) if said.kind is FactKind.RELATIONSHIP else said.key,
        value=said.value,
        quote=text.text[start:end],
        other=(other or "") if said.kind is FactKind.RELATIONSHIP else "",
    )


def _meant(number: int | None, present: Sequence[Appearance]) -> str | None:
    """The key of the character that an answer means by its number."""
    if number is None or not 1 <= number <= len(present):
        return None
    return present[number - 1].character


def _nearest(spans: Iterable[Span], place: int) -> Span | None:
    return min(spans, key=lambda span: (abs(span[0] - place), span), default=None)


def _relationship_type(word: str) -> str:
    """The type that a reader names; `other` for a word that is none of ours."""
    try:
        return RelationshipType(word.strip().lower())
    except ValueError:
        return RelationshipType.OTHER
