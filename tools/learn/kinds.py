"""Learn to tell novels from other kinds of books.

    python tools/learn/kinds.py CORPUS [--output FILE]

CORPUS holds `novels/AUTHOR.TITLE.txt.gz` and `kinds/KIND.AUTHOR.TITLE.txt.gz`. Needs the extra `learn`.
Prints what becomes of every author's books when the weights are learned without that author.
"""

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bookanalysis.ai.readers.offline.kind import FARTHEST
from bookanalysis.ai.readers.offline.style import STRETCH, stretches, style_of

OUTPUT = Path(__file__).parents[2] / "bookanalysis" / "ai" / "readers" / "offline" / "data" / "kinds.json"
KINDS = ("fiction", "poetry", "play", "nonfiction")
SHARES = (1.5, 1.2, 0.7, 2.5)
"""How much each kind weighs in the learning, whatever the number of its books."""
PLAYS_AMONG_NOVELS = {
    "1316NajibHaddad.RajaBacdaYas",
    "1348FawziMacluf.SuqutGharnata",
    "1368IbrahimCabdQadirMazini.Sharida",
    "1368IbrahimRamzi.BintIkhshid",
    "1368IbrahimRamzi.SarkhatTifl",
}
"""Found by reading them: they have speakers and stage directions throughout."""
SAME_AUTHOR = {"1366IliyasAbuShabaka": "1366IlyasAbuShabaka"}
STRETCHES_OF_A_BOOK = 24
COMMONEST_WORDS = 250
REGULARITY = 0.01
LEAN = 0.1
"""Added to what speaks for fiction: a novel that is refused is worse than another book that is read."""


@dataclass(frozen=True)
class Book:
    name: str
    shelf: str
    kind: int
    author: str
    styles: tuple[dict[str, float], ...]


@dataclass(frozen=True)
class Weights:
    mean: np.ndarray
    deviation: np.ndarray
    weights: np.ndarray
    intercepts: np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    asked = parser.parse_args()

    books = read_books(asked.corpus)
    figures = choose_figures(books)
    unseen = leave_one_author_out(books, figures)
    sharpness = calibrate(books, unseen)
    report(books, unseen, sharpness)
    write(learn(books, figures), figures, sharpness, asked.output)


def read_books(corpus: Path) -> list[Book]:
    paths = [*sorted((corpus / "novels").glob("*.txt.gz")), *sorted((corpus / "kinds").glob("*.txt.gz"))]
    return [read_book(path) for path in paths]


def read_book(path: Path) -> Book:
    found = re.fullmatch(r"(?:([a-z.]+)\.)?((\d+\w+)\.\w+)\.txt\.gz", path.name)
    shelf, name, author = found.groups()
    shelf = "plays" if name in PLAYS_AMONG_NOVELS else shelf or "novels"
    kind = {"novels": 0, "poetry": 1, "plays": 2}.get(shelf, 3)
    text = gzip.decompress(path.read_bytes()).decode()
    samples = spread(re.sub("^# ", "", text, flags=re.MULTILINE))
    styles = tuple(style_of(stretch) for stretch in stretches(samples))
    return Book(name, shelf, kind, SAME_AUTHOR.get(author, author), styles)


def spread(text: str) -> list[str]:
    """The whole of a short text, else stretches from all over it."""
    if len(text) < STRETCH * STRETCHES_OF_A_BOOK:
        return [text]
    step = len(text) // STRETCHES_OF_A_BOOK
    return [text[start : start + STRETCH] for start in range(0, step * STRETCHES_OF_A_BOOK, step)]


def choose_figures(books: Sequence[Book]) -> list[str]:
    """The layout, and the words that most stretches of most authors have."""
    presence: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for book in books:
        for style in book.styles:
            for name in style:
                presence[name][book.author] += 1
    totals = Counter()
    for book in books:
        totals[book.author] += len(book.styles)
    common = {
        name: sum(times / totals[author] for author, times in authors.items())
        for name, authors in presence.items()
    }
    words = sorted((name for name in common if name[0] != "#"), key=lambda name: (-common[name], name))
    return [*sorted(name for name in common if name[0] == "#"), *words[:COMMONEST_WORDS]]


def learn(books: Sequence[Book], figures: Sequence[str]) -> Weights:
    table, kinds = (
        table_of(books, figures),
        np.repeat([b.kind for b in books], [len(b.styles) for b in books]),
    )
    shares = importance(books)
    mean = np.average(table, axis=0, weights=shares)
    deviation = np.average((table - mean) ** 2, axis=0, weights=shares) ** 0.5 + 1e-6
    standings = np.clip((table - mean) / deviation, -FARTHEST, FARTHEST)
    model = LogisticRegression(C=REGULARITY, max_iter=500)
    model.fit(standings, kinds, sample_weight=shares)
    intercepts = model.intercept_ + np.array([LEAN, 0, 0, 0])
    return Weights(mean, deviation, model.coef_, intercepts)


def table_of(books: Sequence[Book], figures: Sequence[str]) -> np.ndarray:
    return np.array([[style.get(name, 0.0) for name in figures] for book in books for style in book.styles])


def importance(books: Sequence[Book]) -> np.ndarray:
    """The weight of each stretch: kinds by their share, and an author of many books below many authors."""
    written = Counter()
    for book in books:
        written[book.kind, book.author] += len(book.styles)
    weights = np.array([written[book.kind, book.author] ** -0.5 for book in books for _ in book.styles])
    kinds = np.repeat([book.kind for book in books], [len(book.styles) for book in books])
    for kind, share in enumerate(SHARES):
        weights[kinds == kind] *= share / weights[kinds == kind].sum()
    return weights / weights.mean()


def leave_one_author_out(books: Sequence[Book], figures: Sequence[str]) -> np.ndarray:
    """What weights that know nothing of its author say about each book: one sum for each kind."""
    sums = np.zeros((len(books), len(KINDS)))
    for author in sorted({book.author for book in books}):
        learned = learn([book for book in books if book.author != author], figures)
        for place, book in enumerate(books):
            if book.author == author:
                standings = (table_of([book], figures) - learned.mean) / learned.deviation
                seen = np.clip(standings, -FARTHEST, FARTHEST).mean(axis=0)
                sums[place] = learned.weights @ seen + learned.intercepts
    return sums


def chances(sums: np.ndarray, sharpness: float) -> np.ndarray:
    powers = np.exp(sharpness * (sums - sums.max(axis=1, keepdims=True)))
    return powers / powers.sum(axis=1, keepdims=True)


def calibrate(books: Sequence[Book], sums: np.ndarray) -> float:
    """The sharpness under which the books' true kinds are least surprising."""
    true = (np.arange(len(books)), [book.kind for book in books])
    return float(min(np.arange(0.5, 4, 0.05), key=lambda by: -np.log(chances(sums, by)[true]).mean()))


def report(books: Sequence[Book], sums: np.ndarray, sharpness: float) -> None:
    found = chances(sums, sharpness)
    kinds = np.array([book.kind for book in books])
    named = found.argmax(axis=1)
    print(f"novel or not: {((named == 0) == (kinds == 0)).mean():.3f} right")
    print(f"which kind: {(named == kinds).mean():.3f} right")
    print(f"{'':20} books  " + "  ".join(f"{kind:>10}" for kind in KINDS))
    rows = {kind.upper(): kinds == number for number, kind in enumerate(KINDS)}
    rows |= {
        shelf: np.array([book.shelf == shelf for book in books]) for shelf in sorted({b.shelf for b in books})
    }
    for name, own in rows.items():
        counts = np.bincount(named[own], minlength=len(KINDS))
        print(f"{name:20} {own.sum():5}  " + "  ".join(f"{count:10}" for count in counts))
    for low in np.arange(0.3, 1, 0.1):
        sure = [
            (row.argmax() == book.kind, row.max())
            for book, row in zip(books, found, strict=True)
            if low <= row.max() < low + 0.1
        ]
        if sure:
            right, said = np.mean(sure, axis=0)
            print(f"confidence from {low:.1f}: {len(sure):3} books, mean {said:.2f}, right {right:.2f}")
    for book, row in zip(books, found, strict=True):
        if (row.argmax() == 0) != (book.kind == 0) or (book.kind == 0 and row[0] < 0.7):  # noqa: PLR2004
            print(f"{book.shelf:20} {book.name:45}", np.round(row, 2))


def write(learned: Weights, figures: Sequence[str], sharpness: float, output: Path) -> None:
    rows = np.column_stack([learned.mean, learned.deviation, learned.weights.T])
    model = {
        "kinds": KINDS,
        "intercepts": [round(float(value), 4) for value in learned.intercepts],
        "sharpness": round(sharpness, 2),
        "figures": {
            name: [float(f"{value:.4g}") for value in row] for name, row in zip(figures, rows, strict=True)
        },
    }
    lines = json.dumps(model, ensure_ascii=False).replace('], "', '],\n"').replace('{"', '{\n"')
    output.write_text(lines + "\n", "utf-8")


if __name__ == "__main__":
    main()
