"""Three men and three women whose names stand in a short text, found without the statistics of names."""

from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import TITLES

GENDERS = {
    "سعد": "male",
    "منذر": "male",
    "فريد": "male",
    "لميس": "female",
    "سعاد": "female",
    "رملة": "female",
    "شوقي": None,
}
NAMES = list(GENDERS)
_KEYS = [fold(name) for name in NAMES]
_ELSEWHERE = "\n".join([*NAMES] * 4)
"""The names bare on another page, so that «وسعد» is seen to begin with a particle."""


def cast_of(tables: Tables, text: str) -> Cast:
    words = BookWords([text, _ELSEWHERE], tables)
    mentions: list[list[NamePlace]] = [[] for _ in NAMES]
    for place, stem in enumerate(words.stems):
        name = stem if stem in _KEYS else stem.removesuffix("ا")
        if name in _KEYS and words.passage_of(place) == 0:
            title = words.stems[place - 1] if place and words.stems[place - 1] in TITLES else ""
            first = place - 1 if title else place
            mentions[_KEYS.index(name)].append(NamePlace(first, place, title, (name,), ()))
    return Cast(words, mentions, list(GENDERS.values()))


def said(tie: Tie) -> tuple[str, str, str]:
    """A tie as (name, type, name), read from the first to the second."""
    return NAMES[tie.a], tie.type.value, NAMES[tie.b]


def told(finding: Finding) -> tuple[str, str, str]:
    """A finding as (name, key, value)."""
    return NAMES[finding.person], finding.key, finding.value
