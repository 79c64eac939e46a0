"""Who of the reading is who of the gold: one to one, so that the names agree as well as they can."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import networkx

from bookanalysis.evaluation.gold import Gold
from bookanalysis.evaluation.names import without_titles
from bookanalysis.evaluation.owners import NameOwners
from bookanalysis.evaluation.prediction import PredictedCharacter

_SCALE = 10_000
"""Weights are matched as integers, which is exact; below one unit, the mentions decide between equals."""
_MOST_MENTIONS = 500


@dataclass(frozen=True, slots=True)
class Alignment:
    """Characters are called by their place: in `predicted`, in `gold.characters`.

    What is not matched is a duplicate of someone found, someone optional (`ignored`), a distractor, or
    spurious.
    """

    gold: Gold
    owners: NameOwners
    predicted: Sequence[PredictedCharacter]
    matches: Mapping[int, int]
    duplicates: list[int] = field(default_factory=list)
    ignored: list[int] = field(default_factory=list)
    distractors: list[int] = field(default_factory=list)
    spurious: list[int] = field(default_factory=list)

    @property
    def rare(self) -> list[int]:
        """Found rightly, but not asked for."""
        return [place for place, match in self.matches.items() if match not in self.gold.asked_for]

    @property
    def over_merged(self) -> list[int]:
        """Those that hold names of several characters, each name being one character's alone."""
        return [place for place in self.matches if len(self._sole_owners(place)) > 1]

    def _sole_owners(self, place: int) -> set[int]:
        owners = [self.owners.of(key) for key in self.predicted[place].keys]
        return {owner for those in owners if len(those) == 1 for owner in those}


def align(gold: Gold, characters: Sequence[PredictedCharacter]) -> Alignment:
    """The order of the characters does not matter: they are put in one."""
    predicted = sorted(characters, key=lambda one: (-one.mentions, one.name, one.aliases, one.role))
    owners = NameOwners(gold.characters)
    weights = [owners.weights(character.keys) for character in predicted]
    alignment = Alignment(gold, owners, predicted, _assignment(gold, weights))
    for place, character in enumerate(predicted):
        if place not in alignment.matches:
            _unmatched(alignment, character, weights[place]).append(place)
    return alignment


def _assignment(gold: Gold, weights: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """The assignment of maximal total weight; between equals, whom the reading names more often."""
    graph = networkx.Graph()
    for place, speaks_for in enumerate(weights):
        for match, weight in sorted(speaks_for.items()):
            mentions = min(gold.characters[match].mentions, _MOST_MENTIONS)
            whole = round(weight * _SCALE) + mentions
            # All that the places can add stays below the least difference of two weights.
            weighed = whole * (len(weights) ** 2 + 1) + len(weights) - place
            graph.add_edge(("predicted", place), ("gold", match), weight=weighed)
    # Each pair comes in either direction; "predicted" sorts behind "gold".
    pairs = [sorted(pair, reverse=True) for pair in networkx.max_weight_matching(graph)]
    return dict(sorted((place, match) for (_, place), (_, match) in pairs))


def _unmatched(
    alignment: Alignment, character: PredictedCharacter, weights: Mapping[int, float]
) -> list[int]:
    """The list of the alignment that it belongs to."""
    gold = alignment.gold
    if weights.keys() & set(alignment.matches.values()):
        return alignment.duplicates
    if is_optional(gold, character.keys[:1]):
        return alignment.ignored
    if gold.distractor_keys.intersection(character.keys):
        return alignment.distractors
    return alignment.spurious


def is_optional(gold: Gold, keys: Sequence[str]) -> bool:
    """Whether one of the names is an optional figure's, a title more or less."""
    optional = gold.optional_keys | set(map(without_titles, gold.optional_keys))
    return any(key in optional or without_titles(key) in gold.optional_keys for key in keys)
