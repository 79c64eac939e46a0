"""Which facts must stand behind the profiles and the relationships that are shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bookanalysis.profile import Fact, FactKind, RelationshipType
from bookanalysis.verification.places import key_of
from bookanalysis.verification.report import Claim, OtherClaim

Statement = tuple[str, str, str, str]
"""About whom, of what kind, under which key, what: what a fact says and a profile claims."""

_SINGLE = (FactKind.GENDER, FactKind.AGE, FactKind.OCCUPATION)
_PERSONALITY = {
    "traits": FactKind.TRAIT,
    "strengths": FactKind.STRENGTH,
    "weaknesses": FactKind.WEAKNESS,
}
_WITH_KEY = (FactKind.PHYSICAL, FactKind.EVENT)
_TYPE, _DESCRIPTION = "type", "description"


@dataclass(frozen=True, slots=True)
class ShownCharacter:
    """A character as it is shown: `name` and `gender` in lists, `profile` is its `character_data`."""

    key: str
    name: str
    gender: str | None
    profile: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ShownRelationship:
    """Two characters by their keys; the type is read from the first to the second."""

    first: str
    second: str
    type: RelationshipType
    description: str

    def seen_from(self, key: str) -> tuple[str, RelationshipType]:
        """The other character, and what the one with this key is to it."""
        return (self.second, self.type) if key == self.first else (self.first, self.type.inverse)


def name_keys_of(character: ShownCharacter) -> frozenset[str]:
    names = (character.name, character.profile.get("name"), *character.profile.get("aliases", ()))
    return frozenset(key_of(name) for name in names if name)


def statements_of(fact: Fact) -> Iterator[Statement]:
    """All that a fact stands behind. A relationship is said from both sides."""
    if fact.kind is FactKind.RELATIONSHIP:
        said = RelationshipType(fact.key)
        for one, other, kind in (
            (fact.character, fact.other, said),
            (fact.other, fact.character, said.inverse),
        ):
            yield _pair(one, other), OtherClaim.LINK, _TYPE, kind
            yield _pair(one, other), OtherClaim.LINK, _DESCRIPTION, fact.value
        return
    yield fact.character, fact.kind, fact.key if fact.kind in _WITH_KEY else "", fact.value
    if fact.kind is FactKind.NAME:
        yield fact.character, FactKind.ALIAS, "", fact.value


def claims_of_profile(character: ShownCharacter) -> Iterator[tuple[Statement, Claim]]:
    """Every value of a profile but its relationships, with the statement that some fact must make."""
    for kind, key, value in _values(character):
        yield (
            (character.key, kind, key, value),
            Claim(
                OtherClaim.PROFILE, f"{kind}: {key}: {value}" if key else f"{kind}: {value}", character.key
            ),
        )


def claims_of_link(link: ShownRelationship) -> Iterator[tuple[Statement, Claim]]:
    pair = _pair(link.first, link.second)
    yield (pair, OtherClaim.LINK, _TYPE, link.type), Claim(OtherClaim.LINK, link.type, link.first)
    if link.description:
        yield (
            (pair, OtherClaim.LINK, _DESCRIPTION, link.description),
            Claim(OtherClaim.LINK, link.description, link.first),
        )


def relationships_in(
    character: ShownCharacter, links: Iterable[ShownRelationship], names: Mapping[str, str]
) -> Iterator[tuple[Claim, bool]]:
    """The relationships that a profile lists, and whether each is one of the character's links."""
    known = set()
    for link in links:
        other, kind = link.seen_from(character.key)
        known.add((names.get(other), kind.value, link.description))
    for said in character.profile.get("relationships", ()):
        item = (said["character"], said["type"], said["description"])
        value = f"{FactKind.RELATIONSHIP}: {said['type']}: {said['character']}"
        yield Claim(OtherClaim.PROFILE, value, character.key), item in known


def _pair(one: str, other: str) -> str:
    return f"{one} {other}"


def _values(character: ShownCharacter) -> Iterator[tuple[FactKind, str, str]]:
    profile = character.profile
    for name in {character.name: None, profile.get("name", character.name): None}:
        yield FactKind.NAME, "", name
    for alias in profile.get("aliases", ()):
        yield FactKind.ALIAS, "", alias
    for kind in _SINGLE:
        if profile.get(kind) is not None:
            yield kind, "", profile[kind]
    if character.gender is not None and character.gender != profile.get("gender"):
        yield FactKind.GENDER, "", character.gender
    for feature, value in profile.get("physical_characteristics", {}).items():
        yield FactKind.PHYSICAL, feature, value
    for part, kind in _PERSONALITY.items():
        values: Sequence[str] = profile.get("personality", {}).get(part, ())
        for value in values:
            yield kind, "", value
    for event in profile.get("events", ()):
        yield FactKind.EVENT, event["importance"], event["event"]
