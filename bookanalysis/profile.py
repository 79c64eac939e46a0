"""A profile is a fold over grounded facts: facts in, profiles, roles and relationships out. Pure; a leaf."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from itertools import groupby
from operator import attrgetter
from typing import Any

from bookanalysis.arabic import distinct_forms, same_form


class FactKind(StrEnum):
    NAME = "name"
    ALIAS = "alias"
    GENDER = "gender"
    AGE = "age"
    OCCUPATION = "occupation"
    PHYSICAL = "physical"
    TRAIT = "trait"
    STRENGTH = "strength"
    WEAKNESS = "weakness"
    EVENT = "event"
    RELATIONSHIP = "relationship"


class Role(StrEnum):
    MAIN = "main"
    SECONDARY = "secondary"
    MINOR = "minor"


class RelationshipType(StrEnum):
    FAMILY = "family"
    FRIEND = "friend"
    ENEMY = "enemy"
    ROMANTIC = "romantic"
    COLLEAGUE = "colleague"
    MENTOR = "mentor"
    STUDENT = "student"
    ALLY = "ally"
    RIVAL = "rival"
    OTHER = "other"

    @property
    def inverse(self) -> "RelationshipType":
        """The same relationship, read from the other side."""
        return _INVERSE.get(self, self)


_INVERSE = {
    RelationshipType.MENTOR: RelationshipType.STUDENT,
    RelationshipType.STUDENT: RelationshipType.MENTOR,
}

MOST_MAIN_CHARACTERS = 5
MAIN_SHARE = 0.4
"""Of the mentions of the character that is named most."""
SECONDARY_SHARE = 0.06
SECONDARY_SPREAD = 0.1
"""Of the chunks of the character that is met in most. Who fills one scene is not yet secondary."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """One claim and its place: `chunk text[start:end] == quote`, offsets in code points of the chunk.

    `character` and `other` are character keys. A relationship's `key` is its type, read from
    `character` to `other` (mentor: `character` teaches `other`), its `value` the words that say it.
    A physical fact's `key` is the feature (hair), an event's its importance; else `key` is empty.
    """

    chunk: int
    start: int
    end: int
    character: str
    kind: FactKind
    key: str
    value: str
    quote: str
    other: str = ""

    def said_of(self, character: str, other: str) -> "Fact":
        """The same claim under other keys; `replace` would take twice as long."""
        return Fact(
            self.chunk, self.start, self.end, character, self.kind, self.key, self.value, self.quote, other
        )


IN_ORDER = attrgetter(*(field.name for field in fields(Fact)))
"""Sorts facts as they compare, several times as fast."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """The folded link of two characters, `a < b`; the type is read from a to b."""

    a: str
    b: str
    type: RelationshipType
    description: str
    evidence: tuple[Fact, ...]


def merged(facts: Iterable[Fact], merges: Mapping[str, str]) -> list[Fact]:
    """The facts once characters are joined; `merges` maps each dropped key to the one to keep.

    The kept character keeps its name, so the dropped one's names become aliases.
    """
    return sorted({_merged(fact, merges) for fact in facts if not _links_one(fact, merges)}, key=IN_ORDER)


def _merged(fact: Fact, merges: Mapping[str, str]) -> Fact:
    if fact.character not in merges and fact.other not in merges:
        return fact
    is_renamed = fact.kind is FactKind.NAME and fact.character in merges
    return replace(
        fact,
        character=merges.get(fact.character, fact.character),
        other=merges.get(fact.other, fact.other),
        kind=FactKind.ALIAS if is_renamed else fact.kind,
    )


def _links_one(fact: Fact, merges: Mapping[str, str]) -> bool:
    """Whether a relationship would link a character to itself."""
    return bool(fact.other) and merges.get(fact.other, fact.other) == merges.get(
        fact.character, fact.character
    )


def names_of(facts: Iterable[Fact]) -> tuple[str, list[str]]:
    """One character's name, the latest that was said, and the aliases, in order of first mention.

    A form that grammar alone makes of another («بشيرا» of «بشير») is no alias of its own.
    """
    said = [fact for fact in sorted(facts, key=IN_ORDER) if fact.kind in (FactKind.NAME, FactKind.ALIAS)]
    name = next((fact.value for fact in reversed(said) if fact.kind is FactKind.NAME), "")
    forms = distinct_forms(fact.value for fact in said)
    return name, [form for form in forms if not same_form(form, name)]


def profile_of(
    facts: Iterable[Fact],
    role: Role,
    relationships: Sequence[Mapping[str, Any]] = (),
    chapters: Mapping[int, int] | None = None,
) -> dict[str, Any]:
    """The `character_data` of one character.

    `relationships` are `{character, type, description}` as seen from this character;
    `chapters` maps a chunk's number to its chapter's.
    """
    said: dict[FactKind, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=IN_ORDER):
        said[fact.kind].append(fact)
    name, aliases = names_of([*said[FactKind.NAME], *said[FactKind.ALIAS]])
    return {
        "name": name,
        "aliases": aliases,
        "role": role.value,
        "gender": _most_said(said[FactKind.GENDER]),
        "age": _latest(said[FactKind.AGE]),
        "occupation": _latest(said[FactKind.OCCUPATION]),
        "physical_characteristics": {fact.key: fact.value for fact in said[FactKind.PHYSICAL]},
        "personality": {
            "traits": _values(said[FactKind.TRAIT]),
            "strengths": _values(said[FactKind.STRENGTH]),
            "weaknesses": _values(said[FactKind.WEAKNESS]),
        },
        "events": [
            {
                "event": fact.value,
                "chapter": (chapters or {}).get(fact.chunk),
                "importance": fact.key,
            }
            for fact in said[FactKind.EVENT]
        ],
        "relationships": list(relationships),
    }


def _latest(facts: Sequence[Fact]) -> str | None:
    return facts[-1].value if facts else None


def _most_said(facts: Sequence[Fact]) -> str | None:
    """The value that most facts say, of several the latest: what never changes is seldom misread twice."""
    counts = Counter(fact.value for fact in facts)
    most = max(counts.values(), default=0)
    return next((fact.value for fact in reversed(facts) if counts[fact.value] == most), None)


def _values(facts: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(fact.value for fact in facts))


def relationships_of(facts: Iterable[Fact]) -> list[Relationship]:
    """Fold the relationship facts of a book: a pair's type is the one with most evidence, ties by the latest.

    `other` (they are seen together) is said only when nothing more is known.
    """

    def pair(fact: Fact) -> tuple[str, str]:
        return min(fact.character, fact.other), max(fact.character, fact.other)

    links = [fact for fact in facts if fact.kind is FactKind.RELATIONSHIP]
    return [
        _relationship(a, b, sorted(evidence, key=IN_ORDER))
        for (a, b), evidence in groupby(sorted(links, key=pair), key=pair)
    ]


def _relationship(a: str, b: str, evidence: Sequence[Fact]) -> Relationship:
    def type_of(fact: Fact) -> RelationshipType:
        said = RelationshipType(fact.key)
        return said if fact.character == a else said.inverse

    told = [fact for fact in evidence if fact.key != RelationshipType.OTHER] or list(evidence)
    counts = Counter(type_of(fact) for fact in told)
    most = max(counts.values())
    latest = next(fact for fact in reversed(told) if counts[type_of(fact)] == most)
    return Relationship(a, b, type_of(latest), latest.value, tuple(evidence))


def roles_of(mentions: Mapping[str, int], chunks: Mapping[str, int]) -> dict[str, Role]:
    """Each character's role from its share of the mentions and in how many chunks they are.

    Keys as in `mentions`. On 19 novels labelled by hand, 76.5 % of 388 roles come out right (by the
    mentions alone 75.5 %).
    """
    top = max(mentions.values(), default=0)
    widest = max(chunks.values(), default=0)
    ranked = sorted(mentions, key=lambda key: (-mentions[key], key))
    return {
        key: _role(rank, mentions[key] / (top or 1), chunks[key] / (widest or 1))
        for rank, key in enumerate(ranked)
    }


def _role(rank: int, share: float, spread: float) -> Role:
    if rank < MOST_MAIN_CHARACTERS and share >= MAIN_SHARE:
        return Role.MAIN
    if share >= SECONDARY_SHARE and spread >= SECONDARY_SPREAD:
        return Role.SECONDARY
    return Role.MINOR
