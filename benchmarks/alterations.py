"""What becomes of the spelling of a quotation when somebody types it anew."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from random import Random

Alteration = Callable[[str, Random], str]

_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
_DIRECTIONS = "\u200e\u200f\u202b\u202c\u2067\u2069"
_ALEFS = "اأإآٱ"
_YAS = "يىی"
_KAFS = "كک"
_QUOTES = "«»\"“”‘’„‟'‹›"
_DASHES = "-‐–—―−"
_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_SPACES = (" ", "  ", "\n", "\u00a0", " \u00a0", "\t", "\u2009", "\r\n")
_PAIRS = (("،", ","), ("؛", ";"), ("؟", "?"), ("…", "..."), ("٪", "%"))
_OUTER = ("«", "»", '"', "“", "”", "...", "…", ".", " ", "، ", "؟", "!", ":")
_LETTER = re.compile("[\u0620-\u063f\u0641-\u064a]")
_WITHIN_WORD = re.compile("(?<=[\u0620-\u063f\u0641-\u064a\u0671])(?=[\u0620-\u063f\u0641-\u064a\u0671])")


def _glyphs() -> dict[str, list[str]]:
    """The glyphs of each letter, and of lam with alef."""
    glyphs = defaultdict(list)
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        letters = unicodedata.normalize("NFKC", chr(code))
        if letters != chr(code):
            glyphs[letters].append(chr(code))
    return dict(glyphs)


_GLYPHS = _glyphs()
_WITH_GLYPH = re.compile("|".join(sorted(_GLYPHS, key=lambda letters: (-len(letters), letters))))


def without_marks(text: str, _: Random) -> str:
    return re.sub("[\u064b-\u0652\u0670]", "", text)


def with_marks(text: str, random: Random) -> str:
    return _after_some_letters(text, random, _VOWELS)


def with_tatweel(text: str, random: Random) -> str:
    return _WITHIN_WORD.sub(lambda _: "ـ" * random.randrange(3), text)


def with_direction_marks(text: str, random: Random) -> str:
    return _after_some_letters(text, random, _DIRECTIONS)


def other_alefs(text: str, random: Random) -> str:
    return _one_of(text, random, _ALEFS)


def other_yas(text: str, random: Random) -> str:
    return _one_of(text, random, _YAS)


def other_kafs(text: str, random: Random) -> str:
    return _one_of(text, random, _KAFS)


def other_ta_marbuta(text: str, random: Random) -> str:
    return re.sub(r"[ةه]\b", lambda _: random.choice("ةه"), text)


def other_quotes(text: str, random: Random) -> str:
    return _one_of(text, random, _QUOTES)


def other_dashes(text: str, random: Random) -> str:
    return _one_of(text, random, _DASHES)


def other_digits(text: str, random: Random) -> str:
    wanted = random.choice(_DIGITS)
    return text.translate(str.maketrans("".join(_DIGITS), wanted * len(_DIGITS)))


def other_punctuation(text: str, random: Random) -> str:
    for one, other in _PAIRS:
        old, new = random.choice([(one, other), (other, one)])
        text = text.replace(old, new)
    return text


def without_punctuation(text: str, _: Random) -> str:
    return " ".join(re.sub('[،؛؟!:«»"“”,;.()…-]', " ", text).split())


def other_space(text: str, random: Random) -> str:
    return re.sub(r"\s+", lambda _: random.choice(_SPACES), text)


def glyphs(text: str, random: Random) -> str:
    return _WITH_GLYPH.sub(lambda letters: random.choice(_GLYPHS[letters.group()]), text)


def composed(text: str, _: Random) -> str:
    return unicodedata.normalize("NFC", text)


def decomposed(text: str, _: Random) -> str:
    return unicodedata.normalize("NFD", text)


def other_ends(text: str, random: Random) -> str:
    before, after = ("".join(random.choices(_OUTER, k=random.randrange(4))) for _ in range(2))
    return before + text + after


def _after_some_letters(text: str, random: Random, signs: str) -> str:
    return _LETTER.sub(lambda letter: letter.group() + random.choice(("", random.choice(signs))), text)


def _one_of(text: str, random: Random, forms: str) -> str:
    return re.sub(f"[{forms}]", lambda _: random.choice(forms), text)


ALTERATIONS: tuple[Alteration, ...] = (
    without_marks,
    with_marks,
    other_alefs,
    other_yas,
    other_kafs,
    other_ta_marbuta,
    other_quotes,
    other_dashes,
    other_digits,
    other_punctuation,
    without_punctuation,
    other_space,
    with_tatweel,
    with_direction_marks,
    glyphs,
    composed,
    decomposed,
    other_ends,
)
"""In an order in which all can be applied to one text: what needs plain letters comes first."""


OF_LETTERS = tuple(how for how in ALTERATIONS if how not in (without_punctuation, other_ends))
"""Those that leave words and what is between them apart."""


def all_together(text: str, random: Random, alterations: tuple[Alteration, ...] = ALTERATIONS) -> str:
    for alteration in alterations:
        text = alteration(text, random)
    return text
