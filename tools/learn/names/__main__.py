"""Learn the offline reader's tables of names.

    python tools/learn/names CORPUS [--output FOLDER]

CORPUS holds `novels/*.txt.gz` and `labels.json`: for some of the novels, which words are names. Needs the
extra `learn`. Prints how well names are told in each labelled novel by weights fitted without it.
"""

import argparse
from dataclasses import replace
from pathlib import Path

from background import Sums, contexts_in
from contexts import learn_contexts, seeds
from corpus import labelled, novels
from lists import name_lists, word_frequencies
from pack import write_tables
from regression import examples, learn_weights, leave_one_out, report

from bookanalysis.ai.readers.offline.tables import Tables

DATA = Path(__file__).parents[3] / "bookanalysis" / "ai" / "readers" / "offline" / "data"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--output", type=Path, default=DATA)
    asked = parser.parse_args()

    listed, frequency = name_lists(), word_frequencies()
    texts = dict(novels(asked.corpus))
    tables = Tables({}, {}, {}, 1, 1, listed, frequency, {}, 0.0)
    left, right = learn_contexts(list(texts.values()), seeds(tables), frequency)
    tables = replace(tables, left=left, right=right)

    labels = labelled(asked.corpus)
    sums, whole = Sums(), {}
    for book, text in texts.items():
        contexts, size = contexts_in(text, tables)
        sums.add(contexts, size)
        if book in labels:
            whole[book] = contexts
    tables = replace(
        tables, background=sums.table(), background_books=sums.books, background_words=sums.words
    )

    data = examples(labels, whole, sums, tables)
    report(data, leave_one_out(data))
    write_tables(learn_weights(data).into(tables), asked.output)


if __name__ == "__main__":
    main()
