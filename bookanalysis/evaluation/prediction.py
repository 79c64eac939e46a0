"""What a reading says of a book, as far as a gold file can judge it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bookanalysis.evaluation.names import name_keys
from bookanalysis.profile import RelationshipType, Role


@dataclass(frozen=True, slots=True)
class PredictedCharacter:
    name: str
    aliases: tuple[str, ...] = ()
    role: Role = Role.MINOR
    mentions: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        return name_keys((self.name, *self.aliases))


@dataclass(frozen=True, slots=True)
class PredictedRelationship:
    a: str
    b: str
    type: RelationshipType


@dataclass(frozen=True, slots=True)
class Prediction:
    """`dropped_names` and `dropped_facts` were said by the reader, but their words are not in the text."""

    characters: tuple[PredictedCharacter, ...]
    relationships: tuple[PredictedRelationship, ...] = ()
    dropped_names: int = 0
    dropped_facts: int = 0
    gaps: int = 0


def prediction_of(document: Mapping[str, Any], dropped: Mapping[str, int]) -> Prediction:
    """From an exported book and the counts of a reading's dropped "mentions" and "facts"."""
    return Prediction(
        characters=tuple(
            PredictedCharacter(
                name=character["name"],
                aliases=tuple(character["aliases"]),
                role=Role(character["role"]),
                mentions=character["mentions"],
            )
            for character in document["characters"]
        ),
        relationships=tuple(
            PredictedRelationship(link["a"], link["b"], RelationshipType(link["type"]))
            for link in document["relationships"]
        ),
        dropped_names=dropped.get("mentions", 0),
        dropped_facts=dropped.get("facts", 0),
        gaps=sum(1 for chunk in document["chunks"] if chunk["gap"]),
    )
