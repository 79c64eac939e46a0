"""How well books are read: readings against gold files, and against how it was before. A leaf."""

from bookanalysis.evaluation.baseline import (
    COMMITTED,
    Baseline,
    BookFigures,
    Change,
    Comparison,
    compare,
    read_baseline,
    write_baseline,
)
from bookanalysis.evaluation.errors import BaselineBroken, CannotEvaluate, GoldBroken, NoBaseline, NoGold
from bookanalysis.evaluation.gold import Gold, read_gold
from bookanalysis.evaluation.matching import Alignment, align
from bookanalysis.evaluation.prediction import Prediction, prediction_of
from bookanalysis.evaluation.scores import Figure, Score, figures_of, figures_together, score

__all__ = [
    "COMMITTED",
    "Alignment",
    "Baseline",
    "BaselineBroken",
    "BookFigures",
    "CannotEvaluate",
    "Change",
    "Comparison",
    "Figure",
    "Gold",
    "GoldBroken",
    "NoBaseline",
    "NoGold",
    "Prediction",
    "Score",
    "align",
    "compare",
    "figures_of",
    "figures_together",
    "prediction_of",
    "read_baseline",
    "read_gold",
    "score",
    "write_baseline",
]
