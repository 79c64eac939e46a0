"""How likely each word of a book is a person's name."""

from collections.abc import Callable, Mapping

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
from bookanalysis.ai.readers.offline.name_kinds import NameKinds
from bookanalysis.ai.readers.offline.neighbours import Neighbours
from bookanalysis.ai.readers.offline.signs import Signs, chance, sign_features
from bookanalysis.ai.readers.offline.spelling import spelling_features
from bookanalysis.ai.readers.offline.tables import Background, Tables
from bookanalysis.ai.readers.offline.ties import TIE_WORDS
from bookanalysis.ai.readers.offline.uses import only_gone_to, use_features
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic.names import folded_words

_NEVER = STOP_WORDS | NO_NAMES | NOBLE_PARTICLES | (PLACES - {"فارس"})
_ROLES = TITLES | RANKS_BEHIND | NASAB | DAUGHTER_OF | FATHER_OF | MOTHER_OF | TIE_WORDS
_SHORTEST = 2
_JOINED = frozenset("وف")
_KNOWN_WORD = 2.5
"""Zipf frequency of a word that is known at large."""
_LISTED_ENOUGH_FOR_A_ROLE = 100
_LISTED_ENOUGH_IF_SHORT = 10
_LISTED_ENOUGH_IF_ONCE = 5
_NEVER_A_ROLE_NAME = folded_words("سيد شيخ ملك أم عم والد حاج أمير خليفة سلطان إمام وزير سير غلام رسول")


def is_candidate(stem: str, times: int, tables: Tables) -> bool:
    """Whether a word may be a name at all; the rest is left to its score."""
    if len(stem) < _SHORTEST or stem in _NEVER or stem in _NEVER_A_ROLE_NAME:
        return False
    listed = tables.names(stem)
    if stem in _ROLES:
        return listed.given >= _LISTED_ENOUGH_FOR_A_ROLE
    if len(stem) == _SHORTEST:
        return listed.given >= _LISTED_ENOUGH_IF_SHORT
    if not any(listed) and _joins_a_particle(stem, tables):
        return False
    return times > 1 or listed.given >= _LISTED_ENOUGH_IF_ONCE


def _joins_a_particle(stem: str, tables: Tables) -> bool:
    """Whether a word that no list of names has is «و» or «ف» with a commoner word («وعرف», «وأشكره»)."""
    if stem[0] not in _JOINED:
        return False
    rest = tables.frequency.get(stem[1:], 0.0)
    return rest >= _KNOWN_WORD and rest > tables.frequency.get(stem, 0.0)


def score_words(words: BookWords, tables: Tables) -> dict[str, float]:
    """The log-odds that a word is a person's name, for every word of the book that may be one.

    A first look takes each word alone; the second one sees the likely names around it.
    """
    alone = features_of_all(words, tables, tables.background.get)
    first = {stem: tables.first.score(features) for stem, features in alone.items()}
    among = among_names(words, alone, first)
    return {stem: tables.second.score(features) for stem, features in among.items()}


def features_of_all(
    words: BookWords, tables: Tables, background: Callable[[str], Background | None], fewest: int = 1
) -> dict[str, dict[str, float]]:
    """What each word shows when taken alone; words seen fewer times are left out."""
    signs = Signs(words, tables)
    features = {}
    for stem, places in words.occurrences.items():
        if len(places) < fewest or not is_candidate(stem, len(places), tables):
            continue
        features[stem] = features_of(words, stem, tables, background(stem))
        features[stem] |= sign_features([signs.log_odds(place) for place in places], tables.sign_base)
        features[stem] |= use_features(words, stem)
        features[stem]["only_gone_to"] = only_gone_to(features[stem])
        features[stem] |= spelling_features(stem, features[stem]["frequency"], tables.spelling)
    return features


def among_names(
    words: BookWords, alone: Mapping[str, dict[str, float]], first: Mapping[str, float]
) -> dict[str, dict[str, float]]:
    """What each word shows when the scores of the first look are known."""
    chances = {stem: chance(score) for stem, score in first.items()}
    neighbours, kinds = Neighbours(words, chances), NameKinds(alone, chances)
    return {
        stem: features | neighbours.features(stem) | kinds.features(features)
        for stem, features in alone.items()
    }
