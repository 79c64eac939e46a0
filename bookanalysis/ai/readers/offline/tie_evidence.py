"""One place that ties two persons, with its type and how much it counts."""

from dataclasses import dataclass

from bookanalysis.profile import RelationshipType


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """Tokens from first to last that tie two persons; the type is read from a to b."""

    first: int
    last: int
    a: int
    b: int
    type: RelationshipType
    weight: float
