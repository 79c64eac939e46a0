"""The gold file of a book: who is in it, written down by hand."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bookanalysis.evaluation.errors import GoldBroken
from bookanalysis.evaluation.names import name_key, name_keys
from bookanalysis.profile import RelationshipType, Role

FEWEST_MENTIONS = 3
"""Who is named less often is neither asked for nor punished."""


@dataclass(frozen=True, slots=True)
class GoldCharacter:
    """`role_ok` are the roles that are accepted; empty: only `role`. Without a role, none is asked for."""

    name: str
    mentions: int = 1
    aliases: tuple[str, ...] = ()
    role: Role | None = None
    role_ok: frozenset[Role] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        return name_keys((self.name, *self.aliases))

    def accepts(self, role: Role) -> bool:
        return role in self.role_ok if self.role_ok else role is self.role


@dataclass(frozen=True, slots=True)
class OptionalFigure:
    """Someone without a name, or only spoken of: neither rewarded nor punished."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return name_keys((self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class GoldRelationship:
    """`a` and `b` are names of characters; one with another figure is not asked for."""

    a: str
    b: str
    type: RelationshipType
    alt_types: frozenset[RelationshipType] = frozenset()
    optional: bool = False

    @property
    def types(self) -> frozenset[RelationshipType]:
        return self.alt_types | {self.type}


@dataclass(frozen=True)
class Gold:
    """`distractors` are names that are alluded to (poets, prophets): who lists one is wrong."""

    title: str
    characters: tuple[GoldCharacter, ...]
    optional_characters: tuple[OptionalFigure, ...] = ()
    distractors: tuple[str, ...] = ()
    relationships: tuple[GoldRelationship, ...] = ()

    @cached_property
    def asked_for(self) -> frozenset[int]:
        """The places of the characters that must be found: the frequent ones, or all if none is."""
        frequent = {
            place for place, character in enumerate(self.characters) if character.mentions >= FEWEST_MENTIONS
        }
        return frozenset(frequent or range(len(self.characters)))

    @cached_property
    def optional_keys(self) -> frozenset[str]:
        return frozenset(key for figure in self.optional_characters for key in figure.keys)

    @cached_property
    def distractor_keys(self) -> frozenset[str]:
        return frozenset(map(name_key, self.distractors))


_FORM = TypeAdapter(Gold)


def read_gold(file: Path) -> Gold:
    """Raises `GoldBroken`."""
    try:
        return _FORM.validate_json(file.read_bytes())
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) or "JSON"
        raise GoldBroken(file=file.name, place=place) from error
