"""What a book and the learned tables say about a word: is it the name of a person?"""

import math
import re
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.lexicon import (
    DAUGHTER_OF,
    FATHER_OF,
    MOTHER_OF,
    NASAB,
    PLACE_PREPOSITIONS,
    PRONOUN_ENDINGS,
    RANKS_BEHIND,
    SPEECH,
    TITLES,
)
from bookanalysis.ai.readers.offline.tables import RARITY, Background, Tables
from bookanalysis.ai.readers.offline.words import BookWords

_STRONGEST_CONTEXT = 3.0
_TELLING_CONTEXT = 1.5
_RARE_FREQUENCY = 2.0
_COMMON_FREQUENCY = 3.5
_HARDLY_LISTED = 0.5
_LITTLE_LISTED = 1.0
_LISTED = 1.2
_OFTEN = 6
"""So many times make a word half rare."""
CERTAINLY_LISTED = 25
CERTAINLY_NOT_COMMON = 4.45
SHORTEST_CERTAIN = 4
_NAME_LINK = NASAB | DAUGHTER_OF
_BEFORE_A_NAME = NASAB | DAUGHTER_OF | FATHER_OF | MOTHER_OF
_PERSON_ENDING = re.compile(r"(?:ها|هم|هما|هن|وا|كم|تم|اه)$")
_WORD_ENDING = re.compile(r"(?:ات|ون|ين|نا|ني|ته|يه)$")


@dataclass(slots=True)
class Contexts:
    """Sums over the places of a word: context log-odds, and how often it stands in telling places."""

    times: int = 0
    left: float = 0.0
    right: float = 0.0
    strong_left: int = 0
    vocative: int = 0
    title: int = 0
    speech: int = 0
    preposition: int = 0
    nasab: int = 0
    rank: int = 0
    with_names: int = 0


def contexts_of(words: BookWords, stem: str, tables: Tables) -> Contexts:
    seen = Contexts()
    for place in words.occurrences[stem]:
        _add_place(seen, words, place, tables)
    return seen


def _add_place(seen: Contexts, words: BookWords, place: int, tables: Tables) -> None:
    left = words.left_of(place)
    right = words.right_of(place)
    log_odds = tables.left.get(left, 0.0)
    seen.times += 1
    seen.left += _bounded(log_odds)
    seen.right += _bounded(tables.right.get(right, 0.0))
    seen.rank += right in RANKS_BEHIND
    before = words.keys[place - 1] if place else "\n"
    seen.nasab += right in _NAME_LINK or before in _BEFORE_A_NAME
    seen.with_names += _stands_with_name(words, place, tables)
    if words.particles[place]:
        return
    seen.strong_left += log_odds > _TELLING_CONTEXT
    seen.vocative += left == "يا"
    seen.title += left in TITLES
    seen.speech += left in SPEECH
    seen.preposition += left in PLACE_PREPOSITIONS


def _stands_with_name(words: BookWords, place: int, tables: Tables) -> bool:
    """Whether «و» joins the word and a certain name."""
    if words.particle(place) == "و":
        return bool(place) and is_certain_name(words.stems[place - 1], tables)
    return words.particle(place + 1) == "و" and is_certain_name(words.stems[place + 1], tables)


def is_certain_name(stem: str, tables: Tables) -> bool:
    """Whether a word is in many lists of names, and hardly anything else."""
    return (
        tables.names(stem).given >= CERTAINLY_LISTED
        and tables.frequency.get(stem, 0.0) < CERTAINLY_NOT_COMMON
        and len(stem) >= SHORTEST_CERTAIN
        and not stem.startswith("ال")
    )


def _bounded(value: float) -> float:
    return max(-_STRONGEST_CONTEXT, min(_STRONGEST_CONTEXT, value))


def features_of(
    words: BookWords, stem: str, tables: Tables, background: Background | None
) -> dict[str, float]:
    """The features of one word of the book by name, as the weights know them."""
    seen = contexts_of(words, stem, tables)
    features = _context_features(seen)
    features |= _family_features(words, stem, tables)
    features |= _background_features(background, words, seen.times, tables)
    features |= _list_features(stem, tables)
    features |= _shape_features(stem, tables, features["listed"])
    return features


def _context_features(seen: Contexts) -> dict[str, float]:
    times = seen.times
    odds = (seen.left + seen.right) / times
    return {
        "context": odds,
        "context_if_frequent": odds * times / (times + 4),
        "strong_left": seen.strong_left / times,
        "speech": seen.speech / times,
        "speech_times": math.log1p(seen.speech),
        "vocative": seen.vocative / times,
        "vocative_times": math.log1p(seen.vocative),
        "title": seen.title / times,
        "title_times": math.log1p(seen.title),
        "preposition": seen.preposition / times,
        "nasab": seen.nasab / times,
        "rank": seen.rank / times,
        "with_names": seen.with_names / times,
        "with_names_times": math.log1p(seen.with_names),
        "times": math.log(times),
        RARITY: 1 / (1 + (times / _OFTEN) ** 2),
    }


def _family_features(words: BookWords, stem: str, tables: Tables) -> dict[str, float]:
    """Whether the word also takes the article or pronouns, in the book and at large: names seldom do."""
    times = len(words.occurrences[stem])
    base = stem[:-1] + "ت" if stem.endswith("ه") else stem
    with_article = len(words.occurrences.get("ال" + stem, ()))
    with_pronoun = sum(len(words.occurrences.get(base + ending, ())) for ending in PRONOUN_ENDINGS)
    frequency = max(tables.frequency.get(stem, 0.0), 1.5)
    at_large = max(tables.frequency.get(base + ending, 0.0) for ending in PRONOUN_ENDINGS)
    return {
        "with_article": min(3.0, math.log((with_article + 0.5) / (times + 1)) + 1) if with_article else -2.0,
        "with_article_at_large": _bounded(tables.frequency.get("ال" + stem, 0.0) - frequency),
        "with_pronoun": math.log((with_pronoun + 0.5) / (times + 1)),
        "with_pronoun_at_large": _bounded(at_large - frequency),
        "is_definite": float(stem.startswith("ال")),
    }


def _background_features(
    background: Background | None, words: BookWords, times: int, tables: Tables
) -> dict[str, float]:
    """How the word stood in other novels, the less weight the less it was seen."""
    seen = background or Background(0, 0, 0.0, 0.0, 0.0, 0.0, 0.0)
    trust = seen.times / (seen.times + 10)
    share_of_books = math.log((seen.books + 1) / tables.background_books)
    rate = (seen.times + 1) / tables.background_words
    return {
        "background_context": (seen.left + seen.right) * trust,
        "background_speech": seen.speech * trust,
        "background_title": seen.title * trust,
        "background_times": math.log10(seen.times + 1),
        "background_spread": max(0.0, share_of_books + 2),
        "unseen": float(background is None),
        "burst": math.log((times / words.size + 1e-7) / (rate + 1e-7)),
    }


def _list_features(stem: str, tables: Tables) -> dict[str, float]:
    given, surname, foreign = tables.names(stem)
    frequency = tables.frequency.get(stem, 0.0)
    return {
        "listed": min(3.0, 0.45 * math.log1p(given) + 0.2 * math.log1p(surname) + 0.4 * math.log1p(foreign)),
        "listed_given": math.log1p(given),
        "frequency": frequency,
        "is_frequent": max(0.0, frequency - _COMMON_FREQUENCY),
        "is_unknown": float(frequency < _RARE_FREQUENCY),
    }


def _shape_features(stem: str, tables: Tables, listed: float) -> dict[str, float]:
    """Whether the word looks like a verb or noun with an ending, or a particle with a known word."""

    def commoner(form: str, by: float) -> bool:
        return tables.frequency.get(form, 0.0) > tables.frequency.get(stem, 0.0) + by

    return {
        "length": float(len(stem)),
        "person_ending": float(listed < _LITTLE_LISTED and bool(_PERSON_ENDING.search(stem))),
        "word_ending": float(listed < _HARDLY_LISTED and bool(_WORD_ENDING.search(stem))),
        "hidden_particle": float(listed < _LISTED and stem[0] in "وفبكل" and commoner(stem[1:], 0.5)),
        "my": float(listed < _LITTLE_LISTED and stem.endswith("ي") and commoner(stem[:-1], 0.5)),
        "accusative": float(stem.endswith("ا") and commoner(stem[:-1], 0.3)),
    }
