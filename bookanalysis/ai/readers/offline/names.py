"""Which words of a book are names, and which spellings are the same name."""

import math
from collections.abc import Iterable, Mapping
from functools import cached_property

from bookanalysis.ai.readers.offline.lexicon import PLACES, STOP_WORDS, TITLES
from bookanalysis.ai.readers.offline.scoring import score_words
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.ties import TIE_WORDS
from bookanalysis.ai.readers.offline.words import BookWords

_SURE = 0.0
_SURE_IF_RARE = 1.0
_RARE = 5
_POSSIBLE = -2.5
_ALMOST_NEVER = -3.5
_ALI = "علي"
_ALI_AS_THE_PREPOSITION = "على"


class BookNames:
    """The names of one book. A word is a name all over the book or nowhere."""

    def __init__(self, words: BookWords, tables: Tables) -> None:
        self._words = words
        self._tables = tables
        self.scores: Mapping[str, float] = score_words(words, tables)
        self._sure = {stem for stem, score in self.scores.items() if self._is_sure(stem, score)}

    def _is_sure(self, stem: str, score: float) -> bool:
        times = len(self._words.occurrences[stem])
        return times > 1 and score > (_SURE_IF_RARE if times < _RARE else _SURE)

    def is_name(self, stem: str) -> bool:
        return stem in self._sure or stem in self._same_as

    def confidence(self, core: Iterable[str]) -> float:
        """How sure the surest word of a name is a name, from 0 to 1."""
        best = max((self.scores.get(word, _ALMOST_NEVER) for word in core), default=_ALMOST_NEVER)
        return round(1 / (1 + math.exp(-best)), 3)

    def may_follow_title(self, stem: str) -> bool:
        """Whether a title before the word is enough to make it a name."""
        if self.is_name(stem) or stem in (_ALI, _ALI_AS_THE_PREPOSITION):
            return True
        listed = self._tables.names(stem)
        return self.scores.get(stem, _ALMOST_NEVER) > _POSSIBLE and listed.given + listed.surname >= 3

    def may_be_father(self, stem: str) -> bool:
        """Whether the word may stand behind «بن»."""
        return stem not in STOP_WORDS and (self.is_name(stem) or sum(self._tables.names(stem)) > 3)

    def continues(self, before: str, stem: str, key: str) -> bool:
        """Whether the word is a further part of the name before it («سلمى كرامة»)."""
        listed = self._tables.names(stem)
        if key == _ALI_AS_THE_PREPOSITION:
            return False
        if stem in STOP_WORDS or stem in TITLES or stem in TIE_WORDS or stem in PLACES:
            return False
        pairs = self._pairs.get((before, stem), 0)
        score = self.scores.get(stem, _ALMOST_NEVER)
        if pairs >= 2 and score > _ALMOST_NEVER and (self.is_name(stem) or sum(listed) >= 2):
            return True
        if pairs >= 3 and score > -2:
            return True
        return self.is_name(stem) and sum(listed) >= 3 and score > 1

    def base(self, stem: str) -> str:
        """The name without the ending of the accusative («أمينا»), and one of «مقداد» and «المقداد»."""
        if stem == _ALI_AS_THE_PREPOSITION:
            return _ALI
        return self._same_as.get(stem, stem)

    @cached_property
    def _same_as(self) -> dict[str, str]:
        times = {stem: len(self._words.occurrences[stem]) for stem in self.scores}
        same = {}
        for stem in self.scores:
            if stem.endswith("ا") and stem[:-1] in self._sure and self._tables.names(stem).given < 30:
                if times[stem] <= 0.6 * times[stem[:-1]]:
                    same[stem] = stem[:-1]
            elif stem in self._sure and "ال" + stem in self._sure:
                other = "ال" + stem
                rare, common = (stem, other) if times[stem] < times[other] else (other, stem)
                same[rare] = common
        return same

    @cached_property
    def _pairs(self) -> dict[tuple[str, str], int]:
        """How often two words stand side by side, the first perhaps a name."""
        pairs: dict[tuple[str, str], int] = {}
        stems, particles = self._words.stems, self._words.particles
        for place in range(len(stems) - 1):
            stem, following = stems[place], stems[place + 1]
            if following and not particles[place + 1] and self.scores.get(stem, _ALMOST_NEVER) > _POSSIBLE:
                pairs[stem, following] = pairs.get((stem, following), 0) + 1
        return pairs
