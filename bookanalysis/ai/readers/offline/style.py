"""The style of a text in figures: how it is laid out, what signs it uses, how often its small words come."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from bookanalysis.arabic import fold, strip_marks

STRETCH = 3000
"""Characters that are measured at a time, so that books and samples of any length are measured alike."""
_VERSE_WORDS = 9
_FEW_VERSES = 3

_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"[.؟?!…]+")
_LABEL = re.compile(r"([^:.؟?!،«(]{2,25})(?:\([^)]*\)\s*)?:")
_SAYING = re.compile(r"[وف]?(?:قال|قلت|قول|صاح|اجاب|سال|هتف|همس|يقول|تقول|قائلا)")
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "quotes": re.compile('[«»"“”„‹›]'),
    "speeches": re.compile(r':\s*[«"“–—-]'),
    "questions": re.compile("[?؟]"),
    "exclamations": re.compile("!"),
    "ellipses": re.compile(r"…|\.\.+"),
    "brackets": re.compile(r"[(\[]"),
    "numbers": re.compile(r"\d+"),
    "semicolons": re.compile("[؛;]"),
    "commas": re.compile("[،,]"),
}
_FORMS: Mapping[str, re.Pattern[str]] = {
    "saying": re.compile(
        "[وف]?(?:قال|صاح|صرخ|هتف|همس|سال|اجاب|تمتم|نادي)(?:ت|ه|ها|ته|تها|وا)?|[وف]?قلت|قائل[اه]"
    ),
    "acting": re.compile(
        "[وف]?(?:نظر|دخل|خرج|جلس|وقف|نهض|مشي|التفت|ابتسم|بكي|ضحك|ذهب|رجع|عاد|وصل|سمع|اخذ|رفع|مد|اسرع|اطرق|تناول|"
        "فتح|اقترب|صعد|نزل|سار|مضي|هز|جري|نام|شعر|لبث|تنهد|قام|اقبل|ظل|راح|تقدم|هم|لمح|احس)(?:ت|وا|نا)?"
    ),
    "of_him_or_her": re.compile(r"\w{3,}(?:ها|يه|هما|ني|ك)|\w{2,}[^يا]ه"),
    "definite": re.compile(r"[وفبك]?ال\w{3,}|لل\w{3,}"),
    "abstract": re.compile(r"\w{3,}(?:يه|يات)"),
}


def stretches(samples: Sequence[str]) -> Iterator[str]:
    """The samples without marks, in pieces of about one length, cut at line ends."""
    for sample in map(strip_marks, samples):
        pieces: list[list[str]] = [[]]
        length = 0
        for line in filter(None, map(str.strip, sample.split("\n"))):
            if length >= STRETCH:
                pieces.append([])
                length = 0
            pieces[-1].append(line)
            length += len(line)
        if len(pieces) > 1 and length < STRETCH // 2:
            pieces[-2:] = [pieces[-2] + pieces[-1]]
        yield from ("\n".join(piece) for piece in pieces if piece)


def layout_of(stretch: str) -> dict[str, float]:
    """How the lines look, and the signs between the words: shares, and roots of rates for 1000 words."""
    lines = [line for line in stretch.split("\n") if line]
    lengths = [len(_WORD.findall(line)) for line in lines]
    words = max(1, sum(lengths))
    verses = [line for line, length in zip(lines, lengths, strict=True) if 1 < length <= _VERSE_WORDS]
    found = {
        "line_words": math.log1p(words / max(1, len(lines))),
        "verse_lines": len(verses) / max(1, len(lines)),
        "open_verse_lines": sum(line[-1].isalpha() for line in verses) / max(1, len(lines)),
        "rhymes": _rhymes(verses),
        "labels": _labels(lines),
        "directions": sum("(" in line[:40] for line in lines) / max(1, len(lines)),
        "dashes": sum(line[0] in "-–—" for line in lines) / max(1, len(lines)),
        "sentence_words": math.log1p(words / (1 + len(_SENTENCE.findall(stretch)))),
    }
    return found | {
        name: math.sqrt(1000 * len(sign.findall(stretch)) / words) for name, sign in _SIGNS.items()
    }


def style_of(stretch: str) -> dict[str, float]:
    """All figures of one stretch: each word's by its key, the others after a «#»."""
    words = _WORD.findall(fold(stretch))
    figures = layout_of(stretch) | wording_of(words)
    return word_rates(words) | {f"#{name}": value for name, value in figures.items()}


def word_rates(words: Sequence[str]) -> dict[str, float]:
    """The root of how many of 1000 words each word is, by its key."""
    return {word: math.sqrt(1000 * times / len(words)) for word, times in Counter(words).items()}


def wording_of(words: Sequence[str]) -> dict[str, float]:
    """What the words are like, whichever they are: roots of rates for 1000 words."""
    return {
        name: math.sqrt(1000 * sum(map(bool, map(form.fullmatch, words))) / max(1, len(words)))
        for name, form in _FORMS.items()
    }


def _labels(lines: Sequence[str]) -> float:
    """The share of lines that begin with the name of who speaks: names that come again, as in a play."""
    labels = [fold(label[1]).strip() for line in lines if (label := _LABEL.match(line))]
    times = Counter(label for label in labels if not _SAYING.match(label))
    return sum(count for count in times.values() if count > 1) / max(1, len(lines))


def _rhymes(verses: Sequence[str]) -> float:
    """The share of neighbouring or next but one verses that end alike."""
    ends = ["".join(_WORD.findall(fold(verse)))[-2:] for verse in verses]
    pairs = [*pairwise(ends), *zip(ends, ends[2:], strict=False)]
    return sum(a == b for a, b in pairs) / len(pairs) if len(ends) > _FEW_VERSES else 0.0
