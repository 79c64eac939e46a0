"""How well names are told in labelled novels that were left out of the learning."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from regression import LabelledBook

from bookanalysis.ai.readers.offline.names import SURE, least_score
from bookanalysis.ai.readers.offline.tables import Tables

EVER = 10**9
BANDS = ((3, 5), (6, 20), (21, EVER))


class Judged(NamedTuple):
    """One word of one book; `least` is the score above which it counts as a name."""

    stem: str
    times: int
    is_name: bool
    score: float
    least: float

    @property
    def is_said(self) -> bool:
        return self.score > self.least


def report(
    books: Mapping[str, LabelledBook], scores: Mapping[str, Mapping[str, float]], tables: Tables
) -> None:
    """Print precision, recall and F of name words: in all, by how often they come, and for each book."""
    judged = {name: list(_judged(book, scores[name], tables)) for name, book in books.items()}
    every = [word for words in judged.values() for word in words]
    for threshold in sorted({-1.25, SURE, -0.75, -0.5, 0.0}):
        above = [word._replace(least=threshold) for word in every]
        print(f"score > {threshold}: {_figures(above)}")
    print(f"as it is shipped: {_figures(every)}")
    for fewest, most in BANDS:
        band = [word for word in every if fewest <= word.times <= most]
        often = f"{fewest} to {most}" if most < EVER else f"{fewest} or more"
        print(f"  words seen {often} times: {_figures(band)}")
    whole = [word for name, words in judged.items() if books[name].labels.persons for word in words]
    print(f"  books with a list of persons, whose labels are the fullest: {_figures(whole)}")
    for name, words in judged.items():
        print(f"  {name}: {_figures(words)}")
        print("    too many:", " ".join(w.stem for w in words if w.is_said and not w.is_name))
        print("    missed:", " ".join(w.stem for w in words if not w.is_said and w.is_name))


def _judged(book: LabelledBook, scores: Mapping[str, float], tables: Tables) -> Iterable[Judged]:
    for stem, score in sorted(scores.items()):
        if book.is_example(stem):
            times = len(book.words.occurrences[stem])
            yield Judged(stem, times, stem in book.labels.names, score, least_score(stem, tables))


def _figures(words: Iterable[Judged]) -> str:
    words = list(words)
    said = sum(word.is_said for word in words)
    true = sum(word.is_name for word in words)
    right = sum(word.is_said and word.is_name for word in words)
    precision, recall = right / max(said, 1), right / max(true, 1)
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f} R {recall:.3f} F {f:.3f}"
