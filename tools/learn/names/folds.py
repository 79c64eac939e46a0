"""The labelled novels in groups that are left out of the learning together, no author in two of them."""

from collections import Counter
from collections.abc import Mapping

from corpus import Labels

FOLDS = 5


def folds(labels: Mapping[str, Labels]) -> list[frozenset[str]]:
    """Groups of novels with about equally many names."""
    names = Counter()
    for book, labelled in labels.items():
        names[author(book)] += len(labelled.names)
    sizes = [0] * FOLDS
    fold_of = {}
    for name, count in sorted(names.items(), key=lambda item: (-item[1], item[0])):
        fold_of[name] = sizes.index(min(sizes))
        sizes[fold_of[name]] += count
    return [frozenset(book for book in labels if fold_of[author(book)] == fold) for fold in range(FOLDS)]


def author(book: str) -> str:
    return book.partition(".")[0]
