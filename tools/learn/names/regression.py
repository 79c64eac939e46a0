"""The weights of the features, by logistic regression over the labelled novels, in two looks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from corpus import Labels
from sklearn.linear_model import LogisticRegression

from bookanalysis.ai.readers.offline.scoring import among_names, features_of_all
from bookanalysis.ai.readers.offline.tables import RARITY, Background, Tables, Weights
from bookanalysis.ai.readers.offline.words import BookWords

FEWEST_TIMES = 3
REGULARISATION = 0.03
Features = dict[str, dict[str, float]]


@dataclass(frozen=True)
class LabelledBook:
    """One labelled novel with the features of its words, each taken alone."""

    words: BookWords
    labels: Labels
    alone: Features

    def is_example(self, stem: str) -> bool:
        is_sure = stem in self.labels.names or not stem.endswith("الدوله")
        return is_sure and stem not in self.labels.ambiguous


@dataclass(frozen=True)
class Examples:
    """The words of one book that are surely names or not: a row of features each."""

    columns: tuple[str, ...]
    table: np.ndarray
    is_name: np.ndarray


@dataclass(frozen=True)
class Fitted:
    """What the second look says of each word of each labelled novel by weights fitted without it."""

    scores: Mapping[str, Mapping[str, float]]
    first: Weights
    second: Weights

    def into(self, tables: Tables) -> Tables:
        return replace(tables, first=self.first, second=self.second)


def labelled_book(
    labels: Labels, tables: Tables, background: Callable[[str], Background | None]
) -> LabelledBook:
    words = BookWords([labels.text], tables)
    return LabelledBook(words, labels, features_of_all(words, tables, background, FEWEST_TIMES))


def fit(books: Mapping[str, LabelledBook]) -> Fitted:
    """The weights of both looks. The second one learns from what the first says of books it has not seen."""
    alone = {name: book.alone for name, book in books.items()}
    first, scores = _look(books, alone)
    among = {name: among_names(book.words, book.alone, scores[name]) for name, book in books.items()}
    second, scores = _look(books, among)
    return Fitted(scores, first, second)


def _look(
    books: Mapping[str, LabelledBook], features: Mapping[str, Features]
) -> tuple[Weights, dict[str, dict[str, float]]]:
    """The weights fitted on all books, and the score of every word by weights fitted without its book."""
    examples = {name: _examples(book, features[name]) for name, book in books.items()}
    scores = {}
    for name in books:
        weights = _learn_weights([examples[other] for other in books if other != name])
        scores[name] = {stem: weights.score(row) for stem, row in features[name].items()}
    return _learn_weights(list(examples.values())), scores


def _examples(book: LabelledBook, features: Features) -> Examples:
    rows = {stem: row for stem, row in features.items() if book.is_example(stem)}
    columns = tuple(sorted(next(iter(rows.values()))))
    table = np.array([[row[column] for column in columns] for row in rows.values()])
    return Examples(columns, table, np.array([stem in book.labels.names for stem in rows]))


def _learn_weights(examples: Sequence[Examples]) -> Weights:
    """Two weights for each feature: one for every word, one more in the measure of its rarity."""
    names = examples[0].columns
    table = np.vstack([book.table for book in examples])
    table = np.hstack([table, table * table[:, [names.index(RARITY)]]])
    mean, spread = table.mean(0), table.std(0) + 1e-6
    model = LogisticRegression(C=REGULARISATION, max_iter=3000)
    model.fit((table - mean) / spread, np.concatenate([book.is_name for book in examples]))
    slopes = model.coef_[0] / spread
    rounded = [round(float(slope), 4) for slope in slopes]
    return Weights(
        dict(zip(names, rounded[: len(names)], strict=True)),
        dict(zip(names, rounded[len(names) :], strict=True)),
        round(float(model.intercept_[0] - (slopes * mean).sum()), 4),
    )
