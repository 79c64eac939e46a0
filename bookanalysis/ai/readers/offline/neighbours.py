"""How a word stands to the likely names of its book: beside them, joined with them, among them."""

import math
from collections.abc import Mapping
from itertools import accumulate

from bookanalysis.ai.readers.offline.lexicon import DAUGHTER_OF, NASAB
from bookanalysis.ai.readers.offline.words import BookWords

_NEAR = 12
_LIKELY = 0.5
_LINKS = NASAB | DAUGHTER_OF


class Neighbours:
    """The likely names of a book, from the chance of each word to be one."""

    def __init__(self, words: BookWords, chances: Mapping[str, float]) -> None:
        self._words = words
        self._chances = chances
        self._here = [chances.get(stem, 0.0) for stem in words.stems]
        self._so_far = [0, *accumulate(chance > _LIKELY for chance in self._here)]
        self._density = self._so_far[-1] / max(1, len(self._here))

    def features(self, stem: str) -> dict[str, float]:
        places = self._words.occurrences[stem]
        times = len(places)
        before = sum(self._bare_chance(place - 1, stem) for place in places if not self._particle(place))
        behind = sum(self._bare_chance(place + 1, stem) for place in places if not self._particle(place + 1))
        joined = sum(self._joined(place, stem) for place in places)
        return {
            "name_before": before / times,
            "name_behind": behind / times,
            "name_joined": joined / times,
            "name_joined_times": math.log1p(joined),
            "name_in_nasab": sum(map(self._linked, places)) / times,
            "names_near": self._nearness(stem),
            "accusative_of_name": self._chances.get(stem[:-1], 0.0) if stem.endswith("ا") else 0.0,
            "has_accusative": self._chances.get(stem + "ا", 0.0),
        }

    def _particle(self, place: int) -> int:
        return self._words.particles[place] if place < len(self._here) else 0

    def _bare_chance(self, place: int, stem: str) -> float:
        """The chance of a name at a place where another word than `stem` stands."""
        if not 0 <= place < len(self._here) or self._words.stems[place] == stem:
            return 0.0
        return self._here[place]

    def _joined(self, place: int, stem: str) -> float:
        """The chance that «و» joins the word and a name."""
        words = self._words
        left = self._bare_chance(place - 1, stem) if words.particle(place) == "و" else 0.0
        is_joined = self._particle(place + 1) and words.particle(place + 1) == "و"
        return max(left, self._bare_chance(place + 1, stem) if is_joined else 0.0)

    def _linked(self, place: int) -> float:
        """The chances of a father's or child's name across «بن»."""
        keys = self._words.keys
        child = self._here[place - 2] if place > 1 and keys[place - 1] in _LINKS else 0.0
        father = self._here[place + 2] if place + 2 < len(keys) and keys[place + 1] in _LINKS else 0.0
        return child + father

    def _nearness(self, stem: str) -> float:
        """How much denser names stand around the word than in the whole book, as a logarithm."""
        places = self._words.occurrences[stem]
        own = self._chances.get(stem, 0.0) > _LIKELY
        dense = 0.0
        for place in places:
            first, last = max(0, place - _NEAR), min(len(self._here), place + _NEAR + 1)
            dense += (self._so_far[last] - self._so_far[first] - own) / (last - first)
        return math.log((dense / len(places) + 0.3 * self._density + 1e-4) / (self._density + 1e-4))
