"""Weights of the signs around a place: learned from the places of names and of other words in the novels."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from corpus import Labels
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from bookanalysis.ai.readers.offline.features import is_certain_name
from bookanalysis.ai.readers.offline.scoring import is_candidate
from bookanalysis.ai.readers.offline.signs import Signs
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.words import BookWords

FEWEST_SEEN = 12
FEWEST_BOOKS = 5
CERTAIN_TIMES_IN_BOOK = 4
OTHERS_KEPT = 4
"""One of so many places of other words is enough to learn from."""
REGULARISATION = 0.1
WEAKEST_KEPT = 0.1


@dataclass(frozen=True)
class Places:
    """The signs at places of one book, and whether a name stands there."""

    signs: list[tuple[str, ...]]
    is_name: list[bool]
    seen: Counter[str]


def places_of(words: BookWords, labels: Labels | None, tables: Tables) -> Places:
    """The places of one novel that are surely a name's or another word's."""
    signs, found, is_name, seen = Signs(words, tables), [], [], Counter()
    for stem, places in sorted(words.occurrences.items()):
        kind = (
            _kind(stem, len(places), labels, tables)
            if is_candidate(stem, max(2, len(places)), tables)
            else None
        )
        if kind is None:
            continue
        for number, place in enumerate(places):
            around = signs.around(place)
            seen.update(around)
            if kind or number % OTHERS_KEPT == 0:
                found.append(around)
                is_name.append(kind)
    return Places(found, is_name, seen)


def _kind(stem: str, times: int, labels: Labels | None, tables: Tables) -> bool | None:
    """Whether a word is a name; None where that is not sure."""
    certain = is_certain_name(stem, tables)
    if labels and stem in labels.names:
        return True
    if labels:
        return None if certain or stem in labels.ambiguous else False
    if certain:
        return True if times >= CERTAIN_TIMES_IN_BOOK else None
    return False


def learn_signs(places: Mapping[str, Places], tables: Tables) -> Tables:
    """The tables with the weights of the signs."""
    used = list(places.values())
    columns = {sign: column for column, sign in enumerate(_common(used))}
    table = vstack([_matrix(found.signs, columns) for found in used])
    is_name = np.concatenate([found.is_name for found in used])
    model = LogisticRegression(C=REGULARISATION, max_iter=60)
    model.fit(table, is_name, sample_weight=np.where(is_name, 1, OTHERS_KEPT))
    weights = {
        sign: round(float(weight), 2)
        for sign, weight in zip(columns, model.coef_[0], strict=True)
        if abs(weight) > WEAKEST_KEPT
    }
    return replace(tables, signs=weights, sign_base=round(float(model.intercept_[0]), 2))


def _common(used: Collection[Places]) -> Iterator[str]:
    """Signs that many books have: a word that is one book's own says nothing about the next."""
    seen, books = Counter(), Counter()
    for found in used:
        seen.update(found.seen)
        books.update(found.seen.keys())
    return (sign for sign in sorted(seen) if seen[sign] >= FEWEST_SEEN and books[sign] >= FEWEST_BOOKS)


def _matrix(signs: list[tuple[str, ...]], columns: Mapping[str, int]) -> csr_matrix:
    indices, ends = [], [0]
    for around in signs:
        indices += [columns[sign] for sign in around if sign in columns]
        ends.append(len(indices))
    return csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(signs), len(columns)))
