"""How names are spelt, learned from lists of names against common words that are in none."""

from collections import Counter
from collections.abc import Mapping

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bookanalysis.ai.readers.offline.spelling import runs_of
from bookanalysis.ai.readers.offline.tables import Tables

OFTEN_LISTED = 3
COMMON_WORD = 4.2
RARE_WORD = 2.2
OTHER_WORDS = 60_000
FEWEST_SEEN = 15
REGULARISATION = 0.2
WEAKEST_KEPT = 0.05


def learn_spelling(tables: Tables) -> Mapping[str, float]:
    """What each run of letters says for a name."""
    names, others = _names(tables), _other_words(tables)
    seen = Counter(run for word in [*names, *others] for run in runs_of(word))
    runs = [run for run in sorted(seen) if seen[run] >= FEWEST_SEEN]
    columns = {run: column for column, run in enumerate(runs)}
    indices, ends = [], [0]
    for word in [*names, *others]:
        indices += [columns[run] for run in runs_of(word) if run in columns]
        ends.append(len(indices))
    table = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(ends) - 1, len(runs)))
    is_name = np.arange(len(ends) - 1) < len(names)
    model = LogisticRegression(C=REGULARISATION, max_iter=300).fit(table, is_name)
    return {
        run: round(float(weight), 2)
        for run, weight in zip(runs, model.coef_[0], strict=True)
        if abs(weight) > WEAKEST_KEPT
    }


def _names(tables: Tables) -> list[str]:
    return [
        word
        for word, counts in sorted(tables.listed.items())
        if (counts.foreign or max(counts.given, counts.surname) >= OFTEN_LISTED)
        and tables.frequency.get(word, 0.0) < COMMON_WORD
        and not word.startswith("ال")
    ]


def _other_words(tables: Tables) -> list[str]:
    words = [
        word
        for word, frequency in sorted(tables.frequency.items())
        if RARE_WORD <= frequency < COMMON_WORD and word not in tables.listed and not word.startswith("ال")
    ]
    return words[:: max(1, len(words) // OTHER_WORDS)]
