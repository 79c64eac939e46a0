"""Which kinds of names a book has: where epithets («المعتمد») or foreign names abound, more are likely."""

from collections.abc import Mapping

_LIKELY = 0.5


class NameKinds:
    """The mean of the likely names of a book, by the features of its words taken alone."""

    def __init__(self, alone: Mapping[str, Mapping[str, float]], chances: Mapping[str, float]) -> None:
        likely = [features for stem, features in alone.items() if chances[stem] > _LIKELY]
        self._definite = _mean([features["is_definite"] for features in likely])
        self._spelling = _mean([features["spelling"] for features in likely])

    def features(self, alone: Mapping[str, float]) -> dict[str, float]:
        """How well one word, by its own features, fits in with the names of the book."""
        return {
            "definite_as_names": self._definite * alone["is_definite"],
            "spelt_as_names": self._spelling * alone["spelling"],
        }


def _mean(values: list[float]) -> float:
    return sum(values) / max(1, len(values))
