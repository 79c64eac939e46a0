"""Arabic text by chance, with all that a text may have between its letters, and other spellings of it."""

import re
from random import Random

from hypothesis import strategies as st

from benchmarks.alterations import ALTERATIONS

_WORD = re.compile("[^\\W_](?:[^\\W_]|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200d\u200f])*")
_MARKS = ("", "", "\u064e", "\u064f", "\u0650", "\u0651\u064e", "\u0652", "\u064b", "\u0670", "\u0640")
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءؤئٱ"
_GAPS = (" ", " ", " ", "  ", "\n", "، ", ". ", "؟ ", ": «", "» ", " - ", "… ", "... ", "\u00a0", " 😀 ", "-")
_KNOWN = ("على", "علي", "قال", "فاطمة", "أحمد", "لا", "الذى", "١٨٩٠", "1890", "Paris", "ﷺ")


def words() -> st.SearchStrategy[str]:
    letter = st.tuples(st.sampled_from(_LETTERS), st.sampled_from(_MARKS)).map("".join)
    return st.one_of(st.sampled_from(_KNOWN), st.lists(letter, min_size=1, max_size=6).map("".join))


@st.composite
def story(draw) -> str:
    """Words with marks, with punctuation, line ends and emoji between."""
    told = draw(st.lists(st.tuples(words(), st.sampled_from(_GAPS)), min_size=1, max_size=15))
    return draw(st.sampled_from(["", "«", "\u200f", "... "])) + "".join(word + gap for word, gap in told)


def words_of(text: str) -> list[tuple[int, int]]:
    """The spans of the words with their marks, found without folding."""
    return [match.span() for match in _WORD.finditer(text)]


@st.composite
def altered(draw, text: str) -> str:
    """Some of the alterations one after another, in any order that leaves glyphs and composing to the end."""
    chosen = draw(st.sets(st.sampled_from(range(len(ALTERATIONS)))))
    random = Random(draw(st.integers(0, 2**32)))
    for number in sorted(chosen):
        text = ALTERATIONS[number](text, random)
    return text
