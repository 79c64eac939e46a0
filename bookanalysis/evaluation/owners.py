"""Which characters of the gold a name may mean, and how much that says."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from bookanalysis.evaluation.gold import GoldCharacter
from bookanalysis.evaluation.names import without_titles

OWN_NAME = 10
SHARED_NAME = 6
"""Other characters are called so, too."""
NAME_WITHOUT_TITLE = 4
MAIN_NAME = 2
"""More, when it is the name that the gold gives first."""
FIRST_NAME = 1.5
"""Times: how much more the first name of a prediction says than its aliases."""


class NameOwners:
    """The names of the gold, as they are and without titles."""

    def __init__(self, characters: Sequence[GoldCharacter]) -> None:
        self.keys = [character.keys for character in characters]
        self._owners: dict[str, set[int]] = defaultdict(set)
        self._owners_without_titles: dict[str, set[int]] = defaultdict(set)
        for place, keys in enumerate(self.keys):
            for key in keys:
                self._owners[key].add(place)
                self._owners_without_titles[without_titles(key)].add(place)

    def of(self, key: str) -> set[int]:
        """The characters with exactly this name."""
        return self._owners.get(key, set())

    def weights(self, keys: Iterable[str]) -> Mapping[int, float]:
        """How much these names, the first one leading, speak for each character."""
        weights: dict[int, float] = defaultdict(float)
        for number, key in enumerate(keys):
            leading = 1 if number else FIRST_NAME
            for place, weight in self._weights_of(key):
                weights[place] += leading * weight
                weights[place] += MAIN_NAME if self.keys[place][:1] == (key,) else 0
        return weights

    def _weights_of(self, key: str) -> Iterable[tuple[int, int]]:
        """A name without its title counts only where it can mean one character alone."""
        exact = self.of(key)
        if exact:
            weight = OWN_NAME if len(exact) == 1 else SHARED_NAME
            return [(place, weight) for place in sorted(exact)]
        loose = self._owners_without_titles.get(without_titles(key), set())
        return [(place, NAME_WITHOUT_TITLE) for place in loose] if len(loose) == 1 else []


def most_likely(weights: Mapping[int, float]) -> int | None:
    return min(weights, key=lambda place: (-weights[place], place), default=None)
