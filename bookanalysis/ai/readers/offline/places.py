"""At which of its places a word is a name: «حسن» may be a man here and «good» there."""

import math
from collections.abc import Collection

from bookanalysis.ai.readers.offline.signs import Signs, here_is_name, share_of_names
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.words import BookWords

_COMMON_WORD = 4.0
"""Zipf frequency from which a word is likely to be used as a word, too."""
_HARDLY_A_NAME = 0.2


class NamePlaces:
    """Finds the places where a name of the book is a common word, by the words around each."""

    def __init__(self, words: BookWords, names: Collection[str], tables: Tables) -> None:
        self._words = words
        self._tables = tables
        self._signs = Signs(words, tables)
        self._not_here = {
            place for stem in names if self._is_common(stem) for place in self._common_uses(stem)
        }

    def is_common_word(self, place: int) -> bool:
        """Whether a word that is else a name is a common word here."""
        return place in self._not_here

    def _is_common(self, stem: str) -> bool:
        return self._tables.frequency.get(stem, 0.0) >= _COMMON_WORD

    def _common_uses(self, stem: str) -> list[int]:
        return [place for place, likely in self._chances(stem) if likely < _HARDLY_A_NAME]

    def _chances(self, stem: str) -> list[tuple[int, float]]:
        """The chance of a name at each place of a word."""
        places = self._words.occurrences[stem]
        log_odds = [self._signs.log_odds(place) for place in places]
        base = self._tables.sign_base
        share = share_of_names(log_odds, base)
        return [
            (place, here_is_name(share, math.exp(odds - base)))
            for place, odds in zip(places, log_odds, strict=True)
        ]
