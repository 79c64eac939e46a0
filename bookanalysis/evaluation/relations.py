"""Whether the relationships of the gold were found: the pair, and its type."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto

from bookanalysis.evaluation.figures import Counts
from bookanalysis.evaluation.gold import Gold
from bookanalysis.evaluation.matching import Alignment, is_optional
from bookanalysis.evaluation.names import name_key
from bookanalysis.evaluation.owners import most_likely
from bookanalysis.evaluation.prediction import Prediction
from bookanalysis.profile import RelationshipType

Pair = frozenset[int]
Types = set[RelationshipType]


class _Nobody(Enum):
    """Whom a name may mean who is no character of the gold."""

    OPTIONAL = auto()
    UNKNOWN = auto()


@dataclass
class _GoldPairs:
    """The pairs that are asked for, with all types that are right; `others` are neither wrong nor right."""

    asked_for: dict[Pair, Types] = field(default_factory=lambda: defaultdict(set))
    others: set[Pair] = field(default_factory=set)


@dataclass
class _PredictedPairs:
    """`wrong` are names that mean nobody, or one person."""

    known: dict[Pair, Types] = field(default_factory=lambda: defaultdict(set))
    wrong: set[frozenset[str]] = field(default_factory=set)


def relations_found(alignment: Alignment, prediction: Prediction) -> tuple[Counts, Counts]:
    """Of the pairs, in whatever order; and of the pairs with their types, of which one must be right.

    Pairs with optional or rare figures do not count.
    """
    gold = _gold_pairs(alignment.gold)
    predicted = _predicted_pairs(alignment, prediction, gold.others)
    hits = predicted.known.keys() & gold.asked_for.keys()
    typed = [pair for pair in hits if predicted.known[pair] & gold.asked_for[pair]]
    said, expected = len(predicted.known) + len(predicted.wrong), len(gold.asked_for)
    return Counts(len(hits), said, expected), Counts(len(typed), said, expected)


def _gold_pairs(gold: Gold) -> _GoldPairs:
    places = {name_key(character.name): place for place, character in enumerate(gold.characters)}
    pairs = _GoldPairs()
    for link in gold.relationships:
        a, b = places.get(name_key(link.a)), places.get(name_key(link.b))
        if a is None or b is None or link.optional:
            continue
        pair = frozenset((a, b))
        if pair <= gold.asked_for:
            pairs.asked_for[pair] |= link.types
        else:
            pairs.others.add(pair)
    return pairs


def _predicted_pairs(alignment: Alignment, prediction: Prediction, ignored: set[Pair]) -> _PredictedPairs:
    pairs = _PredictedPairs()
    for link in prediction.relationships:
        a, b = _meant(alignment, name_key(link.a)), _meant(alignment, name_key(link.b))
        if _Nobody.OPTIONAL in (a, b):
            continue
        if isinstance(a, _Nobody) or isinstance(b, _Nobody) or a == b:
            pairs.wrong.add(frozenset((name_key(link.a), name_key(link.b))))
        elif frozenset((a, b)) not in ignored:
            pairs.known[frozenset((a, b))].add(link.type)
    return pairs


def _meant(alignment: Alignment, key: str) -> int | _Nobody:
    """Whom a name of the reading means: by the reading's own characters first, then by the gold's names."""
    for place, character in enumerate(alignment.predicted):
        if character.keys[:1] == (key,):
            if place in alignment.matches:
                return alignment.matches[place]
            likely = most_likely(alignment.owners.weights(character.keys))
            if place in alignment.duplicates and likely is not None:
                return likely
            if place in alignment.ignored:
                return _Nobody.OPTIONAL
    for place, match in alignment.matches.items():
        if key in alignment.predicted[place].keys:
            return match
    likely = most_likely(alignment.owners.weights([key]))
    if likely is not None:
        return likely
    return _Nobody.OPTIONAL if is_optional(alignment.gold, [key]) else _Nobody.UNKNOWN
