"""What the words around each place of a book say about it: does a person's name stand there?"""

import math
from collections.abc import Sequence

from bookanalysis.ai.readers.offline.features import is_certain_name
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.words import BookWords

_LEAST, _MOST = -7.0, 3.0
_FEW = 4
_FIRST_SHARE = 0.5
_ROUNDS = 15
_GREATEST_SHARE = 0.98


class Signs:
    """The signs of a name beside the places of one book: words, pairs of words, marks and line ends.

    A neighbour that is certainly a name counts as that («N»), whichever it is.
    """

    def __init__(self, words: BookWords, tables: Tables) -> None:
        self._words = words
        self._tables = tables
        certain = {stem for stem in words.occurrences if is_certain_name(stem, tables)}
        self._seen = [
            ("+" + key[:letters] if letters else "") + "N" if stem in certain else key
            for key, stem, letters in zip(words.keys, words.stems, words.particles, strict=True)
        ]

    def around(self, place: int) -> tuple[str, ...]:
        """Left, right, the next ones on both sides, and the pairs that they make."""
        if self._words.particles[place]:
            left, farther_left = "+" + self._words.particle(place), self._at(place - 1)
        else:
            left, farther_left = self._at(place - 1), self._at(place - 2)
        right, farther_right = self._at(place + 1), self._at(place + 2)
        return (
            f"l {left}",
            f"r {right}",
            f"ll {farther_left}",
            f"rr {farther_right}",
            f"l2 {farther_left} {left}",
            f"r2 {right} {farther_right}",
            f"lr {left} {right}",
        )

    def log_odds(self, place: int) -> float:
        """How likely a name stands at the place, whichever word it is."""
        signs = self._tables.signs
        return self._tables.sign_base + sum(signs.get(sign, 0.0) for sign in self.around(place))

    def _at(self, place: int) -> str:
        return self._seen[place] if 0 <= place < len(self._seen) else "\n"


def sign_features(log_odds: Sequence[float], base: float) -> dict[str, float]:
    """The signs at all places of a word taken together; `base` is what no sign at all says."""
    times = len(log_odds)
    bounded = sorted(min(_MOST, max(_LEAST, odds)) - base for odds in log_odds)
    mean = sum(bounded) / times
    best = bounded[-max(1, times // 4) :]
    return {
        "sign_mean": mean,
        "sign_mean_if_frequent": mean * times / (times + _FEW),
        "sign_best": sum(best) / len(best),
        "sign_chance": sum(map(chance, log_odds)) / times,
    }


def chance(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def share_of_names(log_odds: Sequence[float], base: float) -> float:
    """At which share of its places a word is a name, by their signs alone.

    The share under which the signs are likeliest, found by expectation and maximisation.
    """
    evidence = [math.exp(odds - base) for odds in log_odds]
    share = _FIRST_SHARE
    for _ in range(_ROUNDS):
        share = sum(here_is_name(share, odds) for odds in evidence) / len(evidence)
        share = min(_GREATEST_SHARE, max(1 - _GREATEST_SHARE, share))
    return share


def here_is_name(share: float, odds: float) -> float:
    """The chance of a name where the signs speak for one with these odds."""
    return share * odds / (share * odds + 1 - share)
