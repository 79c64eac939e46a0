"""How well names are told in labelled novels that were left out of the learning."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from regression import LabelledBook

from bookanalysis.ai.readers.offline.names import SURE

EVER = 10**9
BANDS = ((3, 5), (6, 20), (21, EVER))


class Judged(NamedTuple):
    """One word of one book."""

    stem: str
    times: int
    is_name: bool
    score: float


def report(books: Mapping[str, LabelledBook], scores: Mapping[str, Mapping[str, float]]) -> None:
    """Print precision, recall and F of name words: in all, by how often they come, and for each book."""
    judged = {name: list(_judged(book, scores[name])) for name, book in books.items()}
    every = [word for words in judged.values() for word in words]
    for threshold in sorted({-1.25, SURE, -0.75, -0.5, 0.0}):
        print(f"score > {threshold}: {_figures(every, threshold)}")
    for fewest, most in BANDS:
        band = [word for word in every if fewest <= word.times <= most]
        often = f"{fewest} to {most}" if most < EVER else f"{fewest} or more"
        print(f"  words seen {often} times: {_figures(band, SURE)}")
    whole = [word for name, words in judged.items() if books[name].labels.persons for word in words]
    print(f"  books with a list of persons, whose labels are the fullest: {_figures(whole, SURE)}")
    for name, words in judged.items():
        print(f"  {name}: {_figures(words, SURE)}")
        print("    too many:", " ".join(w.stem for w in words if w.score > SURE and not w.is_name))
        print("    missed:", " ".join(w.stem for w in words if w.score <= SURE and w.is_name))


def _judged(book: LabelledBook, scores: Mapping[str, float]) -> Iterable[Judged]:
    for stem, score in sorted(scores.items()):
        if book.is_example(stem):
            yield Judged(stem, len(book.words.occurrences[stem]), stem in book.labels.names, score)


def _figures(words: Iterable[Judged], threshold: float) -> str:
    words = list(words)
    said = sum(word.score > threshold for word in words)
    true = sum(word.is_name for word in words)
    right = sum(word.score > threshold and word.is_name for word in words)
    precision, recall = right / max(said, 1), right / max(true, 1)
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return f"P {precision:.3f} R {recall:.3f} F {f:.3f}"
