"""When two spellings are one word of a name."""

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from bookanalysis.arabic.names import NOBLE_PARTICLES

IsListed = Callable[[str], bool]
"""Whether a word is a given name that Arabic readers know, and so has one spelling."""

_HAMZA = str.maketrans({"ؤ": "و", "ئ": "ي", "ء": None})
_TWICE = re.compile(r"(.)\1")
_SHORTEST_WITH_ENDING = 4
_LONG_VOWELS = re.compile(r"(?<=.)[اويهءئؤ]")
_ONE_SOUND = str.maketrans("غجڤڨطصقگپچژ", "ككففتسككبشز")
"""Letters that writers choose between for one foreign sound: Google is جوجل, غوغل and كوكل."""
_FEWEST_CONSONANTS = 3
_SHORTEST_FOREIGN = 5
_LETTERS_FOR_TWO_EDITS = 7
_FEMALE_ENDINGS = ("ا", "ه")


@lru_cache(maxsize=1 << 16)
def same_word(one: str, other: str) -> bool:
    """The same word of a name.

    It may bear the ending of the accusative («سعدا») or the article («المقداد»), a hamza on another seat
    («رؤوف», «رءوف»), a house its particle («دي لاتور»).
    """
    if one == other:
        return True
    one, other = _plain(one), _plain(other)
    shorter, longer = sorted((one, other), key=len)
    return one == other or (
        len(longer) >= _SHORTEST_WITH_ENDING and longer in (shorter + "ا", "ال" + shorter)
    )


def same_foreign_word(one: str, other: str, is_listed: IsListed) -> bool:
    """The same foreign name, written down by ear twice: «لونجون» and «لنجون».

    The sounds that Arabic writes must be the same in order; only long vowels, doubled letters and letters
    for one foreign sound may differ, in few places. A final alef tells a woman's name from a man's.
    """
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_FOREIGN - 1 or max(len(one), len(other)) < _SHORTEST_FOREIGN:
        return False
    if _is_arabic(one, is_listed) or _is_arabic(other, is_listed):
        return False
    if one.endswith(_FEMALE_ENDINGS) != other.endswith(_FEMALE_ENDINGS):
        return False
    sounds = sounds_of(one)
    if len(sounds) < _FEWEST_CONSONANTS or sounds != sounds_of(other):
        return False
    most = 2 if min(len(one), len(other)) >= _LETTERS_FOR_TWO_EDITS - 1 else 1
    return Levenshtein.distance(one, other, score_cutoff=most) <= most


def _is_arabic(word: str, is_listed: IsListed) -> bool:
    """Whether a word has the article, or is a given name, perhaps in the accusative («محمودا»)."""
    return word.startswith("ال") or is_listed(word) or (word.endswith("ا") and is_listed(word[:-1]))


def _plain(word: str) -> str:
    head, _, house = word.partition(" ")
    return _TWICE.sub(r"\1", (house if head in NOBLE_PARTICLES and house else word).translate(_HAMZA))


def sounds_of(word: str) -> str:
    """What remains of a foreign name however it is written: the key of its spellings."""
    return _TWICE.sub(r"\1", _LONG_VOWELS.sub("", word.translate(_ONE_SOUND)))
