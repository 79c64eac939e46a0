"""Where the passage says what a reader tells of its characters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bookanalysis.ai.answers import DescribedFact, FactList
from bookanalysis.ai.grounding.places import distance, told_place
from bookanalysis.ai.passages import part_with
from bookanalysis.ai.readers import Part, Passage, PresentCharacter
from bookanalysis.ai.store import Span
from bookanalysis.arabic import FoldedText
from bookanalysis.profile import Fact, FactKind, RelationshipType

LONGEST_QUOTE = 400
"""In characters. Who needs more words to say it does not quote but copies."""
LONGEST_VALUE = 300
LONGEST_KEY = 50
_GENDERS = ("female", "male")

Present = Sequence[tuple[str, PresentCharacter]]
"""The question's characters with their keys, in the question's order."""


@dataclass(frozen=True, slots=True)
class GroundedFacts:
    """The facts whose words are in the passage; `dropped` counts the others."""

    facts: tuple[Fact, ...]
    dropped: int


def ground_facts(text: FoldedText, passage: Passage, answer: FactList, present: Present) -> GroundedFacts:
    """Find the words of every fact in the text, and its characters among those that the question listed.

    Of several places, the one meant is nearest to the place told, else to a mention of the character.
    """
    facts = [_grounded(text, passage, said, present) for said in answer.facts]
    kept = tuple(sorted({fact for fact in facts if fact is not None}))
    return GroundedFacts(kept, facts.count(None))


def _grounded(text: FoldedText, passage: Passage, said: DescribedFact, present: Present) -> Fact | None:
    character, other = _meant(said.character, present), _meant(said.other, present)
    span = _place_of(text, passage, said, present) if character else None
    part = part_with(passage, span) if span else None
    if character is None or span is None or part is None:
        return None
    return _checked(_fact(said, character, passage.text[slice(*span)], part, span), other)


def _checked(fact: Fact, other: str | None) -> Fact | None:
    """The fact as its kind has it; None where it says nothing."""
    match fact.kind:
        case FactKind.NAME:
            return None
        case FactKind.ALIAS:
            return _as_alias(fact)
        case FactKind.GENDER:
            return fact if fact.value in _GENDERS else None
        case FactKind.RELATIONSHIP:
            is_tie = other not in (None, fact.character)
            return replace(fact, key=_relationship_type(fact.key), other=other or "") if is_tie else None
        case _:
            return fact if fact.value else None


def _meant(number: int | None, present: Present) -> str | None:
    """The key of the character that an answer means by its number."""
    if number is None or not 1 <= number <= len(present):
        return None
    return present[number - 1][0]


def _place_of(text: FoldedText, passage: Passage, said: DescribedFact, present: Present) -> Span | None:
    told = told_place(passage, said.words, said.start)
    if told and told[1] - told[0] <= LONGEST_QUOTE:
        return told
    mentions = present[said.character - 1][1].spans

    def farness(span: Span) -> tuple[int, Span]:
        if said.start is not None:
            return abs(span[0] - said.start), span
        return min((distance(span, mention) for mention in mentions), default=0), span

    found = [
        span
        for span in text.find_quotation(said.words)
        if span[1] - span[0] <= LONGEST_QUOTE and part_with(passage, span)
    ]
    return min(found, key=farness, default=None)


def _fact(said: DescribedFact, character: str, quote: str, part: Part, span: Span) -> Fact:
    return Fact(
        chunk=part.chunk,
        start=span[0] - part.start,
        end=span[1] - part.start,
        character=character,
        kind=said.kind,
        key=_plain(said.key)[:LONGEST_KEY],
        value=_plain(said.value)[:LONGEST_VALUE],
        quote=quote,
    )


def _as_alias(fact: Fact) -> Fact | None:
    """An alias stands in its quote, and is shown as it stands there."""
    place = next(FoldedText(fact.quote).find([fact.value]), None) if fact.value else None
    return replace(fact, key="", value=fact.quote[slice(*place)]) if place else None


def _plain(text: str) -> str:
    """One line without anything that cannot be seen."""
    return " ".join("".join(filter(_is_plain, text)).split())


def _is_plain(char: str) -> bool:
    return char.isprintable() or char.isspace()


def _relationship_type(word: str) -> str:
    """The type that a reader names; `other` for a word that is none of ours."""
    try:
        return RelationshipType(word.strip().lower())
    except ValueError:
        return RelationshipType.OTHER
