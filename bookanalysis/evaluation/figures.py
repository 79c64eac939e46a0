"""Figures that can be summed over books: they keep what they are a quotient of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Share:
    part: float = 0
    whole: float = 0

    @property
    def value(self) -> float | None:
        """None where there is nothing to have a share of."""
        return self.part / self.whole if self.whole else None

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.whole + other.whole)


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found of what was said and of what there is."""

    hits: int
    predicted: int
    expected: int

    @property
    def precision(self) -> float | None:
        return Share(self.hits, self.predicted).value

    @property
    def recall(self) -> float | None:
        return Share(self.hits, self.expected).value

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return Share(2 * self.hits, self.predicted + self.expected).value

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.hits + other.hits, self.predicted + other.predicted, self.expected + other.expected
        )


@dataclass(frozen=True, slots=True)
class BCubed:
    """Shares of items in the right company: as the reading groups them, as the gold does."""

    precision: Share = Share()
    recall: Share = Share()

    @property
    def f1(self) -> float | None:
        precision, recall = self.precision.value, self.recall.value
        if not precision or not recall:
            return None
        return 2 * precision * recall / (precision + recall)

    def __add__(self, other: "BCubed") -> "BCubed":
        return BCubed(self.precision + other.precision, self.recall + other.recall)
