"""How a book uses a word: who is called so, who goes there, with which particles and on which pages."""

import math
from collections.abc import Mapping

from bookanalysis.ai.readers.offline.lexicon import CALLED, GONE_TO
from bookanalysis.ai.readers.offline.words import BookWords

_ARTICLE = "ال"
_NICKNAMED = "الملقب"
_NISBA_ENDINGS = ("ي", "يه")
_OPENING_MARKS = frozenset(':«"(')
_OBJECT_PARTICLES = frozenset("لبك")
_WORDS_IN_A_STRETCH = 1500
_FEWEST_STRETCHES = 4
_SHORTEST_DEFINITE = 3
_HARDLY_EVER = 0.1


def use_features(words: BookWords, stem: str) -> dict[str, float]:
    places = words.occurrences[stem]
    times = len(places)
    bare = [place for place in places if not words.particles[place]]
    objects = sum(words.particle(place)[-1:] in _OBJECT_PARTICLES for place in places)
    return {
        "called": math.log1p(sum(_is_called(words, place) for place in places)),
        "gone_to": sum(words.left_of(place) in GONE_TO for place in bare) / times,
        "with_particle": (times - len(bare)) / times,
        "with_object_particle": objects / times,
        "scattered": _scattered(words, places),
        "nisba": float(stem.startswith(_ARTICLE) and stem.endswith(_NISBA_ENDINGS)),
        "attribute": sum(_is_definite(words.keys[place - 1]) for place in bare if place) / times
        if stem.startswith(_ARTICLE)
        else 0.0,
    }


def only_gone_to(features: Mapping[str, float]) -> float:
    """How often one goes to what hardly ever speaks, is spoken to or stands where names do: to a place."""
    as_person = sum(features[name] for name in ("vocative", "speech", "title", "strong_left"))
    return features["gone_to"] if as_person < _HARDLY_EVER else 0.0


def _is_called(words: BookWords, place: int) -> bool:
    """Whether the words before a place say that somebody is called so: «اسمه», «يدعى», «الملقب بـ»."""
    before = words.keys[place - 1] if place else "\n"
    if words.particles[place]:
        return before.startswith(_NICKNAMED) and words.particle(place).endswith("ب")
    if before in _OPENING_MARKS and place > 1:
        before = words.keys[place - 2]
    return before in CALLED


def _is_definite(key: str) -> bool:
    return key.startswith(_ARTICLE) and len(key) > _SHORTEST_DEFINITE


def _scattered(words: BookWords, places: list[int]) -> float:
    """Over how many stretches of the book a word is spread, against chance: persons come and go."""
    stretches = max(_FEWEST_STRETCHES, words.size // _WORDS_IN_A_STRETCH)
    seen = len({place * stretches // len(words.keys) for place in places})
    expected = stretches * (1 - (1 - 1 / stretches) ** len(places))
    return math.log(seen / expected)
