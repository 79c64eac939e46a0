"""How readable a text is: what a bad scan, a wrong encoding or a machine leaves behind, counted."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bookanalysis.ai.answers import QualityAssessment
from bookanalysis.ai.readers.offline.kind import load_kinds
from bookanalysis.arabic import fold, strip_marks

_ENOUGH_TO_TELL = 30
_SHORT_LINE = 3
_ARABIC = "\u0620-\u064a\u0671-\u06d3\u06fa-\u06ff"
_TOKEN = re.compile(r"\w+")
_ARABIC_WORD = re.compile(f"[{_ARABIC}]+")
_MIXED = re.compile(f"(?=\\w*[{_ARABIC}])(?=\\w*[A-Za-z0-9])\\w+")
_BROKEN_CHARACTER = re.compile(
    "[\ufffd\ue000-\uf8ff\x00-\x08\x0b-\x1f\x7f-\x9f]|[ØÙÃÂ][\x80-\xff]|[ÇÈÊËÌÍÎÏÐÑÒÓÔÕÖÞßáâãäåæ]{3}"
)
_STRANGE_SIGN = re.compile(
    "[^\\w\\s.,:;!?()\\[\\]{}«»\"'“”‘’„‹›،؛؟…*ـ/\u2010-\u2015\u064b-\u065f\u0670\u06d4\ufdfa\ufdfb%-]"
)
_IMPOSSIBLE = re.compile(r"\w{16,}|\w*ة\w+|\w*ى\w{3,}|\w*(\w)\1\1\w*|\w*ء\w*ء\w*")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something countable: from `harmless` to `ruinous` it takes up to `cost` of the score."""

    issue: str
    count: Callable[["_Text"], float]
    harmless: float
    ruinous: float
    cost: float

    def damage(self, text: "_Text") -> float:
        """From 0 to `cost`."""
        share = (self.count(text) - self.harmless) / (self.ruinous - self.harmless)
        return self.cost * min(1.0, max(0.0, share))


class _Text:
    """The samples, cut into what is counted."""

    def __init__(self, samples: Sequence[str]) -> None:
        self.raw = "\n".join(samples)
        self.bare = strip_marks(self.raw)
        self.lines = [line for line in map(str.strip, self.bare.split("\n")) if line]
        self.tokens = _TOKEN.findall(self.bare)
        self.arabic = _ARABIC_WORD.findall(self.bare)

    def share_of_characters(self, pattern: re.Pattern[str]) -> float:
        return sum(map(len, pattern.findall(self.raw))) / max(1, len(self.raw))

    def share_of_tokens(self, matches: Callable[[str], object]) -> float:
        return sum(map(bool, map(matches, self.tokens))) / max(1, len(self.tokens))


def assess(samples: Sequence[str]) -> QualityAssessment:
    """Score a text from 0 (noise) to 1 (clean) by its flaws, and name those that cost it something."""
    text = _Text(samples)
    damages = {flaw.issue: flaw.damage(text) for flaw in FLAWS}
    worst_first = sorted(
        (issue for issue in damages if damages[issue] > 0), key=lambda issue: -damages[issue]
    )
    score = math.prod(1 - damage for damage in damages.values())
    return QualityAssessment(quality_score=round(score, 4), issues=worst_first)


def _lack_of_text(text: _Text) -> float:
    return 1 / (1 + len(text.tokens))


def _lack_of_small_words(text: _Text) -> float:
    """How few of the Arabic words are those that every Arabic text is full of."""
    if len(text.arabic) < max(_ENOUGH_TO_TELL, len(text.tokens) // 2):
        return 0.0
    small = load_kinds().figures.keys()
    return 1 - sum(fold(word) in small for word in text.arabic) / len(text.arabic)


def _lone_letters(text: _Text) -> float:
    return text.share_of_tokens(re.compile(f"(?!و)[{_ARABIC}]").fullmatch)


def _repeated_lines(text: _Text) -> float:
    """The share of the text that stood there before, line for line."""
    again = sum((times - 1) * len(line) for line, times in Counter(text.lines).items())
    return again / max(1, sum(map(len, text.lines)))


def _words_outside_sentences(text: _Text) -> float:
    short = sum(words for line in text.lines if (words := len(line.split())) <= _SHORT_LINE)
    return short / max(1, sum(len(line.split()) for line in text.lines))


FLAWS = (
    Flaw("hardly any text", _lack_of_text, 1 / 120, 1 / 25, 1.0),
    Flaw("few of the words are common ones", _lack_of_small_words, 0.8, 0.93, 0.95),
    Flaw("broken characters", lambda text: text.share_of_characters(_BROKEN_CHARACTER), 0.001, 0.03, 0.95),
    Flaw("strange signs", lambda text: text.share_of_characters(_STRANGE_SIGN), 0.005, 0.06, 0.9),
    Flaw("letters that stand alone", _lone_letters, 0.02, 0.15, 0.9),
    Flaw("words of mixed scripts", lambda text: text.share_of_tokens(_MIXED.fullmatch), 0.01, 0.08, 0.8),
    Flaw("impossible words", lambda text: text.share_of_tokens(_IMPOSSIBLE.fullmatch), 0.005, 0.06, 0.9),
    Flaw("the same lines again and again", _repeated_lines, 0.15, 0.6, 0.95),
    Flaw("hardly any sentences", _words_outside_sentences, 0.5, 0.95, 0.8),
)
