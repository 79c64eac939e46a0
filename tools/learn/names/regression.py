"""The weights of the features, by logistic regression over the labelled novels."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from background import Sums
from corpus import Labels
from sklearn.linear_model import LogisticRegression

from bookanalysis.ai.readers.offline.features import features_of
from bookanalysis.ai.readers.offline.scoring import is_candidate
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.words import BookWords

FEWEST_TIMES = 3
REGULARISATION = 0.3


@dataclass(frozen=True)
class Examples:
    """Words of the labelled novels: features, whether a name, and where from."""

    columns: tuple[str, ...]
    features: np.ndarray
    is_name: np.ndarray
    books: np.ndarray
    words: np.ndarray


@dataclass(frozen=True)
class Weights:
    weights: dict[str, float]
    intercept: float

    def into(self, tables: Tables) -> Tables:
        return replace(tables, weights=self.weights, intercept=self.intercept)


def examples(labels: Mapping[str, Labels], whole: Mapping[str, dict], sums: Sums, tables: Tables) -> Examples:
    """`whole` are the contexts of each labelled novel, to take it out of the background."""
    rows, is_name, books, stems = [], [], [], []
    for book, labelled in labels.items():
        words = BookWords([labelled.text], tables)
        for stem, places in sorted(words.occurrences.items()):
            if len(places) < FEWEST_TIMES or not is_candidate(stem, len(places), tables):
                continue
            if stem in labelled.ambiguous or (stem.endswith("الدوله") and stem not in labelled.names):
                continue
            background = sums.background(stem, without=whole[book].get(stem))
            rows.append(features_of(words, stem, tables, background))
            is_name.append(stem in labelled.names)
            books.append(book)
            stems.append(stem)
    columns = tuple(sorted(rows[0]))
    matrix = np.array([[row[column] for column in columns] for row in rows])
    return Examples(columns, matrix, np.array(is_name), np.array(books), np.array(stems))


def learn_weights(data: Examples, without: str | None = None) -> Weights:
    """Fit the weights on all books but one."""
    use = data.books != without
    mean, spread = data.features[use].mean(0), data.features[use].std(0) + 1e-6
    model = LogisticRegression(C=REGULARISATION, max_iter=3000)
    model.fit((data.features[use] - mean) / spread, data.is_name[use])
    slopes = model.coef_[0] / spread
    return Weights(
        {name: round(float(slope), 4) for name, slope in zip(data.columns, slopes, strict=True)},
        round(float(model.intercept_[0] - (slopes * mean).sum()), 4),
    )


def leave_one_out(data: Examples) -> np.ndarray:
    """The score of every example by weights that were fitted without its book."""
    scores = np.zeros(len(data.is_name))
    for book in sorted(set(data.books)):
        fitted = learn_weights(data, without=book)
        held_out = data.books == book
        slopes = np.array([fitted.weights[column] for column in data.columns])
        scores[held_out] = data.features[held_out] @ slopes + fitted.intercept
    return scores


def report(data: Examples, scores: np.ndarray) -> None:
    """Print precision, recall and F of name words, in all and for each book."""
    for threshold in (-0.5, 0.0, 0.5, 1.0):
        print(f"score > {threshold}: {_figures(data.is_name, scores > threshold)}")
    for book in sorted(set(data.books)):
        here = data.books == book
        print(f"  {book}: {_figures(data.is_name[here], scores[here] > 0)}")
        print("    too many:", " ".join(data.words[here & (scores > 0) & ~data.is_name]))
        print("    missed:", " ".join(data.words[here & (scores <= 0) & data.is_name]))


def _figures(truth: np.ndarray, said: np.ndarray) -> str:
    right = (truth & said).sum()
    precision, recall = right / max(said.sum(), 1), right / max(truth.sum(), 1)
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f} R {recall:.3f} F {f:.3f}"
