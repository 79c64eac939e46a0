"""The comparison key of Arabic text: one form for each letter."""

import re

from bookanalysis.arabic.marks import strip_marks
from bookanalysis.arabic.presentation_forms import with_all_letters

_ALA = re.compile(r"\b([وف]?عل)ى\b")
_KEPT_YA = "\ud800"
"""Stands for a letter in no text: half of a character."""
_ONE_FORM = str.maketrans(
    dict.fromkeys("أإآٱ", "ا")
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", _KEPT_YA: "ى"}
    | {chr(capital): chr(capital + 32) for capital in range(ord("A"), ord("Z") + 1)}
)


def fold(text: str) -> str:
    """The comparison key: no marks, one alef, one ya, ta marbuta as ha. «على» stays apart from «علي»."""
    return unify(strip_marks(with_all_letters(text)))


def unify(bare: str) -> str:
    """The key of a text that has no marks; keeps its length."""
    return _ALA.sub(r"\1" + _KEPT_YA, bare).translate(_ONE_FORM)
