"""Which stretches of a text without vowel marks get shorter when it is composed."""

import re
import unicodedata
from collections.abc import Iterator

from bookanalysis.arabic.marks import MADDA_AND_HAMZA, compose
from bookanalysis.arabic.offsets import Edit

_JAMO = range(0x1160, 0x1200)
"""Korean vowels and endings: parts of a letter, though no marks."""


def needs_composing(bare: str) -> bool:
    return not unicodedata.is_normalized("NFC", bare) or MADDA_AND_HAMZA.search(bare) is not None


def compositions(bare: str) -> Iterator[Edit]:
    """Each letter with its parts that is not composed yet, and the letter that it composes to."""
    for cluster in _clusters(bare).finditer(bare):
        letter = compose(cluster.group())
        if letter != cluster.group():
            yield cluster.start(), cluster.end(), letter


def _clusters(bare: str) -> re.Pattern[str]:
    """What may compose in this text. Asking about each character that it has is soon done."""
    characters = sorted(set(bare))
    parts = "".join(re.escape(char) for char in characters if _is_part(char))
    singles = "".join(re.escape(char) for char in characters if not unicodedata.is_normalized("NFC", char))
    patterns = [f"[^{parts}]?[{parts}]+"] if parts else []
    return re.compile("|".join([*patterns, *([f"[{singles}]"] if singles else [])]) or r"(?!)", re.DOTALL)


def _is_part(char: str) -> bool:
    """Whether a character may compose with the one before it."""
    return unicodedata.category(char) in ("Mn", "Mc") or ord(char) in _JAMO
