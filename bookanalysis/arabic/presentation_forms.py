"""Glyphs that some programs write instead of letters: a code point for each shape or ligature."""

import re
import unicodedata
from itertools import chain

from bookanalysis.arabic.marks import MARKS

_RANGES = (range(0xFB50, 0xFDFA), range(0xFE70, 0xFEFD))
"""Up to the ligatures that are words of their own («ﷺ»), which stay as they are."""


def _letters(glyph: str) -> str:
    """What a glyph stands for; nothing for a vowel mark, which has a space or a tatweel to stand on."""
    return MARKS.sub("", unicodedata.normalize("NFKC", glyph)).replace(" ", "")


_ALL = {glyph: _letters(glyph) for glyph in map(chr, chain(*_RANGES)) if unicodedata.decomposition(glyph)}
_ANY = re.compile("[\ufb50-\ufdf9\ufe70-\ufefc]")
_LETTERS = str.maketrans({glyph: letters for glyph, letters in _ALL.items() if len(letters) == 1})
_ALL_LETTERS = {ord(glyph): letters for glyph, letters in _ALL.items()}
LIGATURES = {glyph: letters for glyph, letters in _ALL.items() if len(letters) != 1}


def with_letters(text: str) -> str:
    """The text with letters for the glyphs that stand for one letter each; keeps its length."""
    return text.translate(_LETTERS) if _ANY.search(text) else text


def with_all_letters(text: str) -> str:
    """The text with letters for all glyphs."""
    return text.translate(_ALL_LETTERS) if _ANY.search(text) else text
