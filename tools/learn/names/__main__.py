"""Learn the offline reader's tables of names.

    python tools/learn/names CORPUS [--output FOLDER]

CORPUS holds `novels/*.txt.gz` and `labels.json`: for some of the novels, which words are names. Needs the
extra `learn`. Prints how well names are told in each labelled novel by weights fitted without it, and by
tables learned without its author's novels.
"""

import argparse
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from background import Sums, contexts_in
from contexts import learn_contexts, seeds
from corpus import Labels, labelled, novels
from folds import folds
from lists import name_lists, word_frequencies
from pack import write_tables
from regression import fit, labelled_book
from report import report
from sign_weights import learn_signs, places_of
from spelling_weights import learn_spelling

from bookanalysis.ai.readers.offline.tables import Tables, Weights
from bookanalysis.ai.readers.offline.words import BookWords

DATA = Path(__file__).parents[3] / "bookanalysis" / "ai" / "readers" / "offline" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=DATA)
    asked = parser.parse_args()

    texts, labels = dict(novels(asked.corpus)), labelled(asked.corpus)
    nothing = Weights({}, {}, 0.0)
    tables = Tables({}, {}, {}, 1, 1, name_lists(), word_frequencies(), {}, 0.0, {}, nothing, nothing)
    tables = replace(tables, spelling=learn_spelling(tables))

    books = {}
    for fold in folds(labels):
        learned = learn_tables(
            {book: text for book, text in texts.items() if book not in fold}, labels, tables
        )
        books |= {book: labelled_book(labels[book], learned, learned.background.get) for book in sorted(fold)}
    fitted = fit(books)
    report(books, fitted.scores, tables)
    write_tables(fitted.into(learn_tables(texts, labels, tables)), asked.output)


def learn_tables(texts: Mapping[str, str], labels: Mapping[str, Labels], tables: Tables) -> Tables:
    """The tables with all that some novels teach, but for the weights of the features."""
    left, right = learn_contexts(list(texts.values()), seeds(tables), tables.frequency)
    tables = replace(tables, left=left, right=right)
    sums, places = Sums(), {}
    for book, text in texts.items():
        words = BookWords([text], tables)
        sums.add(contexts_in(words, tables), words.size)
        places[book] = places_of(words, labels.get(book), tables)
    tables = learn_signs(places, tables)
    return replace(tables, background=sums.table(), background_books=sums.books, background_words=sums.words)


if __name__ == "__main__":
    main()
