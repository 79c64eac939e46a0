"""What kind of book a text is, by its style: weights learned by `tools/learn/kinds.py`."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bookanalysis.ai.answers import TextClassification
from bookanalysis.ai.readers.offline.scripture import SCRIPTURE_RATE, scripture_rate
from bookanalysis.ai.readers.offline.style import stretches, style_of

FICTION = "fiction"
FARTHEST = 4.0
"""A figure counts as at most this many deviations from its mean, however odd the text is laid out."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of style: where it lies over all kinds of books, and what it says for each kind."""

    mean: float
    deviation: float
    weights: tuple[float, ...]

    def standing(self, value: float) -> float:
        """How far the value is from the mean, in deviations."""
        return max(-FARTHEST, min(FARTHEST, (value - self.mean) / self.deviation))


@dataclass(frozen=True, slots=True)
class Kinds:
    """The learned model: one sum of weighted figures for each kind. `sharpness` makes it a probability."""

    names: tuple[str, ...]
    intercepts: tuple[float, ...]
    sharpness: float
    figures: Mapping[str, Figure]


def classify(samples: Sequence[str]) -> TextClassification:
    """Name the kind of the book that the samples are from: fiction, poetry, play, nonfiction or scripture.

    The samples should come from all over the book. Without a word of text it is nonfiction, of no confidence.
    """
    devout = scripture_rate(samples)
    if devout > SCRIPTURE_RATE:
        confidence = round(devout / (devout + SCRIPTURE_RATE / 3), 4)
        return TextClassification(is_literary=False, classification="scripture", confidence=confidence)
    kinds = load_kinds()
    measured = [style_of(stretch) for stretch in stretches(samples)]
    if not any(measured):
        return TextClassification(is_literary=False, classification="nonfiction", confidence=0)
    chances = probabilities(measured, kinds)
    best = max(range(len(chances)), key=chances.__getitem__)
    return TextClassification(
        is_literary=kinds.names[best] == FICTION,
        classification=kinds.names[best],
        confidence=round(chances[best], 4),
    )


def probabilities(measured: Sequence[Mapping[str, float]], kinds: Kinds) -> list[float]:
    """The chance of each kind, from the mean of what the stretches say."""
    sums = list(kinds.intercepts)
    for name, figure in kinds.figures.items():
        standing = sum(figure.standing(style.get(name, 0.0)) for style in measured) / len(measured)
        sums = [total + weight * standing for total, weight in zip(sums, figure.weights, strict=True)]
    powers = [math.exp(kinds.sharpness * (total - max(sums))) for total in sums]
    return [power / sum(powers) for power in powers]


@cache
def load_kinds() -> Kinds:
    """The model of the package, read once."""
    file = resources.files(__package__) / "data" / "kinds.json"
    learned = json.loads(file.read_text("utf-8"))
    return Kinds(
        names=tuple(learned["kinds"]),
        intercepts=tuple(learned["intercepts"]),
        sharpness=learned["sharpness"],
        figures={
            name: Figure(mean, deviation, tuple(weights))
            for name, (mean, deviation, *weights) in learned["figures"].items()
        },
    )
