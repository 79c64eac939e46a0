"""Which words of a book are names, and which spellings are the same name."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property

from bookanalysis.ai.readers.offline.lexicon import PLACES, SPEECH, STOP_WORDS, TITLES
from bookanalysis.ai.readers.offline.places import NamePlaces
from bookanalysis.ai.readers.offline.scoring import score_words
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.ties import TIE_WORDS
from bookanalysis.ai.readers.offline.words import BookWords

SURE = -1.0
"""The score from which a word counts as a name ..."""
SURE_IF_COMMON = -0.75
"""... and from which one that is common at large does."""
_COMMON_WORD = 3.5
"""Zipf frequency."""
_LIKELY = 1.0
_BEYOND_DOUBT = 5.0
_UNLIKELY = -2.0
_POSSIBLE = -2.5
_ALMOST_NEVER = -3.5
_LISTED = 3
_TITLED = 0.25
_OFTEN_TOGETHER = 3
_LISTED_WITH_ENDING = 30
_SHARE_WITH_ENDING = 0.6
_BOUND = 0.4
_KNOWN_AS_SON = 0.4
_ALI = "علي"
_ALI_AS_THE_PREPOSITION = "على"


def least_score(stem: str, tables: Tables) -> float:
    """The score above which a word counts as a name."""
    return SURE_IF_COMMON if tables.frequency.get(stem, 0.0) >= _COMMON_WORD else SURE


class BookNames:
    """The names of one book."""

    def __init__(self, words: BookWords, tables: Tables) -> None:
        self._words = words
        self._tables = tables
        self.scores: Mapping[str, float] = score_words(words, tables)
        self._sure = {
            stem
            for stem, score in self.scores.items()
            if score > least_score(stem, tables) and len(words.occurrences[stem]) > 1
        }
        doubtful = sorted(stem for stem in self._sure if self.scores[stem] < _BEYOND_DOUBT)
        self._places = NamePlaces(words, doubtful, tables)

    def is_name(self, stem: str) -> bool:
        """Whether a word is a name, wherever nothing speaks against it."""
        return stem in self._sure or stem in self._same_as

    def is_name_at(self, place: int) -> bool:
        """Whether the word at a place is a name there, with nothing before it that says so."""
        return self.is_name(self._words.stems[place]) and not self._places.is_common_word(place)

    def confidence(self, core: Iterable[str]) -> float:
        """How sure the surest word of a name is a name, from 0 to 1."""
        best = max((self.scores.get(word, _ALMOST_NEVER) for word in core), default=_ALMOST_NEVER)
        return round(1 / (1 + math.exp(-best)), 3)

    def may_follow_title(self, stem: str) -> bool:
        """Whether a title before the word is enough to make it a name."""
        if self.is_name(stem) or stem == _ALI:
            return True
        listed = self._tables.names(stem)
        is_possible = self.scores.get(stem, _ALMOST_NEVER) > _POSSIBLE
        return is_possible and listed.given + listed.surname >= _LISTED and self._is_often_titled(stem)

    def _is_often_titled(self, stem: str) -> bool:
        """Whether the word comes seldom without a title: «الدكتور حسن الحظ» is no Dr. Hasan."""
        return self._times_titled[stem] >= _TITLED * len(self._words.occurrences[stem])

    def may_be_ali(self, title: str) -> bool:
        """Whether «على» behind this title is the name: the book also writes it «علي» there."""
        return self._pairs_after_title[title, _ALI] > 0

    def may_be_father(self, stem: str) -> bool:
        """Whether the word may stand behind «بن»."""
        return stem not in STOP_WORDS and (self.is_name(stem) or sum(self._tables.names(stem)) > _LISTED)

    def continues(self, before: str, stem: str, key: str) -> bool:
        """Whether the word is a further part of the name before it («سلمى كرامة»)."""
        listed = self._tables.names(stem)
        if key == _ALI_AS_THE_PREPOSITION:
            return False
        if stem in STOP_WORDS or stem in TITLES or stem in TIE_WORDS or stem in PLACES:
            return False
        pairs = self._pairs.get((before, stem), 0)
        score = self.scores.get(stem, _ALMOST_NEVER)
        is_likely = self.is_name(stem) and (any(listed) or score > _LIKELY)
        if pairs > 1 and score > _ALMOST_NEVER and (is_likely or sum(listed) > 1):
            return True
        if pairs >= _OFTEN_TOGETHER and score > _UNLIKELY and self._is_bound(stem, pairs):
            return True
        return self.is_name(stem) and sum(listed) >= _LISTED and score > _LIKELY

    def _is_bound(self, stem: str, pairs: int) -> bool:
        """Whether a word stands mostly behind one name: a byname («العراقية») and no verb («وقالت»).

        What no list has is a byname only with the article: «جاء سعد مسرعا» is said of many.
        """
        is_byname = stem.startswith("ال") or any(self._tables.names(stem))
        return is_byname and stem not in SPEECH and pairs >= _BOUND * len(self._words.occurrences[stem])

    def is_called_son_of(self, stem: str) -> bool:
        """Whether somebody is known as «ابن …» and the name is seldom met without it («ابن زيدون»)."""
        behind_son = sum(
            self._words.keys[place - 1].endswith("ابن") for place in self._words.occurrences[stem] if place
        )
        return behind_son >= max(2, _KNOWN_AS_SON * len(self._words.occurrences[stem]))

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
            if (
                stem.endswith("ا")
                and stem[:-1] in self._sure
                and self._tables.names(stem).given < _LISTED_WITH_ENDING
            ):
                if times[stem] <= _SHARE_WITH_ENDING * times[stem[:-1]]:
                    same[stem] = stem[:-1]
            elif stem in self._sure and "ال" + stem in self._sure:
                other = "ال" + stem
                rare, common = (stem, other) if times[stem] < times[other] else (other, stem)
                same[rare] = common
        return same

    @cached_property
    def _pairs_after_title(self) -> Counter[tuple[str, str]]:
        stems = self._words.stems
        return Counter(
            (stems[place], stems[place + 1]) for place in range(len(stems) - 1) if stems[place] in TITLES
        )

    @cached_property
    def _times_titled(self) -> Counter[str]:
        times: Counter[str] = Counter()
        for (_, stem), count in self._pairs_after_title.items():
            times[stem] += count
        return times

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
