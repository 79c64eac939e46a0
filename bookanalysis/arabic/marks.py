"""Vowel marks and the comparison key of Arabic text."""

import re
import unicodedata

MARKS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+"
)
_ALA = re.compile(r"\b([وف]?عل)ى\b")
_KEPT_YA = "\ue000"
_ONE_FORM = str.maketrans(
    dict.fromkeys("أإآٱ", "ا")
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", _KEPT_YA: "ى"}
    | {chr(capital): chr(capital + 32) for capital in range(ord("A"), ord("Z") + 1)}
)


def strip_marks(text: str) -> str:
    """The text without vowel marks, tatweel and invisible direction marks, composed (NFC)."""
    return MARKS.sub("", unicodedata.normalize("NFC", text))


def fold(text: str) -> str:
    """The comparison key: no marks, one alef, one ya, ta marbuta as ha. «على» stays apart from «علي»."""
    return unify(strip_marks(text))


def unify(bare: str) -> str:
    """The key of a text that has no marks; keeps its length."""
    return _ALA.sub(r"\1" + _KEPT_YA, bare).translate(_ONE_FORM)
