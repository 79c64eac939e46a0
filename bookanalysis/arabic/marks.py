"""Vowel marks and other signs that no comparison looks at."""

import re
import unicodedata

_NEVER_COMPOSED = (
    "\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08ff"
    "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
)
_COMPOSED = "\u0653-\u0655"
"""Madda and hamza: part of a letter where they can be."""

BARE_MARKS = re.compile(f"[{_NEVER_COMPOSED}]+")
MADDA_AND_HAMZA = re.compile(f"[{_COMPOSED}]+")
MARKS = re.compile(f"[{_NEVER_COMPOSED}{_COMPOSED}]+")


def strip_marks(text: str) -> str:
    """The text without vowel marks, tatweel and invisible direction marks, composed (NFC)."""
    return compose(BARE_MARKS.sub("", text))


def compose(text: str) -> str:
    """A text without vowel marks in NFC; a madda or hamza that no letter takes up is dropped, too."""
    return unicodedata.normalize("NFC", MADDA_AND_HAMZA.sub("", unicodedata.normalize("NFC", text)))
