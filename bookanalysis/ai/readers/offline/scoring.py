"""How likely each word of a book is a person's name."""

from bookanalysis.ai.readers.offline.features import features_of
from bookanalysis.ai.readers.offline.lexicon import (
    DAUGHTER_OF,
    FATHER_OF,
    MOTHER_OF,
    NASAB,
    NO_NAMES,
    NOBLE_PARTICLES,
    PLACES,
    RANKS_BEHIND,
    STOP_WORDS,
    TITLES,
)
from bookanalysis.ai.readers.offline.tables import Background, Tables
from bookanalysis.ai.readers.offline.ties import TIE_WORDS
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic.names import folded_words

_NEVER = STOP_WORDS | NO_NAMES | NOBLE_PARTICLES | (PLACES - {"فارس"})
_ROLES = TITLES | RANKS_BEHIND | NASAB | DAUGHTER_OF | FATHER_OF | MOTHER_OF | TIE_WORDS
_SHORTEST = 2
_LISTED_ENOUGH_FOR_A_ROLE = 100
_LISTED_ENOUGH_IF_SHORT = 10
_LISTED_ENOUGH_IF_ONCE = 5
_NEVER_A_ROLE_NAME = folded_words("سيد شيخ ملك أم عم والد حاج أمير خليفة سلطان إمام وزير سير غلام رسول")


def is_candidate(stem: str, times: int, tables: Tables) -> bool:
    """Whether a word may be a name at all; the rest is left to its score."""
    if len(stem) < _SHORTEST or stem in _NEVER or stem in _NEVER_A_ROLE_NAME:
        return False
    given = tables.names(stem).given
    if stem in _ROLES:
        return given >= _LISTED_ENOUGH_FOR_A_ROLE
    if len(stem) == _SHORTEST:
        return given >= _LISTED_ENOUGH_IF_SHORT
    return times > 1 or given >= _LISTED_ENOUGH_IF_ONCE


def score(words: BookWords, stem: str, tables: Tables, background: Background | None) -> float:
    """The log-odds that a word of the book is a person's name."""
    features = features_of(words, stem, tables, background)
    return tables.intercept + sum(weight * features[name] for name, weight in tables.weights.items())


def score_words(words: BookWords, tables: Tables) -> dict[str, float]:
    """The score of every word that may be a name."""
    return {
        stem: score(words, stem, tables, tables.background.get(stem))
        for stem, places in words.occurrences.items()
        if is_candidate(stem, len(places), tables)
    }
