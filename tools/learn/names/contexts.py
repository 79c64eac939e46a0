"""Which words stand beside names: log-odds learned from unambiguous names in the novels."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice

from bookanalysis.ai.readers.offline.features import is_certain_name
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.words import is_word, tokens_of
from bookanalysis.arabic import fold

SEED_TIMES_IN_BOOK = 4
FEWEST_SEEN = 40
SMOOTHING = 8
WEAKEST_KEPT = 0.4
PARTICLES = "وفلبك"


def seeds(tables: Tables) -> frozenset[str]:
    """Names that are hardly anything else."""
    return frozenset(word for word in tables.listed if is_certain_name(word, tables))


def learn_contexts(
    texts: Sequence[str], names: frozenset[str], frequency: Mapping[str, float]
) -> tuple[dict[str, float], dict[str, float]]:
    """Log-odds of a name right of a word, and left of a word."""
    left, right, name_left, name_right = Counter(), Counter(), Counter(), Counter()
    for text in texts:
        tokens = [key for key, _, _ in tokens_of(fold(text))]
        counts = Counter(tokens)
        here = {name for name in names if counts[name] >= SEED_TIMES_IN_BOOK}
        for before, word, after in zip(
            tokens, islice(tokens, 1, None), islice(tokens, 2, None), strict=False
        ):
            if not is_word(word):
                continue
            particle = _particle(word, here, frequency)
            left[before] += 1
            right[after] += 1
            if word in here or particle:
                name_left["+" + particle if particle else before] += 1
                name_right[after] += 1
            if particle:
                left["+" + particle] += 1
            elif word[0] in PARTICLES and counts[word[1:]] > counts[word]:
                left["+" + word[0]] += 1
    return _log_odds(name_left, left), _log_odds(name_right, right)


def _particle(word: str, names: set[str], frequency: Mapping[str, float]) -> str:
    if word in names or word[0] not in PARTICLES or word[1:] not in names:
        return ""
    return word[0] if frequency.get(word, 0) < frequency.get(word[1:], 0) else ""


def _log_odds(beside_names: Counter[str], beside_all: Counter[str]) -> dict[str, float]:
    base = beside_names.total() / beside_all.total()
    odds = {
        word: math.log((beside_names[word] + SMOOTHING * base) / (times + SMOOTHING) / base)
        for word, times in beside_all.items()
        if times >= FEWEST_SEEN
    }
    return {word: round(value, 2) for word, value in sorted(odds.items()) if abs(value) > WEAKEST_KEPT}
