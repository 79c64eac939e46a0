"""A text with its comparison key, and the way back from the key to the text as it stands."""

import re
import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bookanalysis.arabic.clitics import forms_with_particle
from bookanalysis.arabic.marks import MARKS, fold, unify

_WORD = re.compile(r"\w+")

_Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""The folded words after the first, and what stands before each of them, without spaces."""


class FoldedText:
    """A text and its folded key. `folded` is shorter than `text` where marks were dropped or composed."""

    __slots__ = ("_positions", "_shifts", "folded", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._positions: list[int] = []
        self._shifts: list[int] = []
        self.folded = unify("".join(self._bare_pieces(text)))

    def _bare_pieces(self, text: str) -> Iterator[str]:
        length = shift = copied = 0
        for start, end, composed in _shortened(text):
            yield text[copied:start]
            yield composed
            length += start - copied + len(composed)
            shift += end - start - len(composed)
            copied = end
            self._positions.append(length)
            self._shifts.append(shift)
        yield text[copied:]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in `text` of a span in `folded`, with the marks that stand on its last letter."""
        return self._original(start), self._original(end)

    def _original(self, index: int) -> int:
        passed = bisect_right(self._positions, index)
        return index + self._shifts[passed - 1] if passed else index

    def find(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The spans in `text` where one of the words or phrases stands as a whole, the longest first.

        A joined particle (و ف ب ل ك, لل) may stand before a hit and is not part of the span.
        """
        openings = _openings(words)
        tokens = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(self.folded)]
        free_from = 0
        for place, (word, start, _) in enumerate(tokens):
            if place < free_from or word not in openings:
                continue
            for particle, phrases in openings[word]:
                more = self._longest(phrases, tokens, place)
                if more is not None:
                    free_from = place + more + 1
                    yield self.original_span(start + particle, tokens[place + more][2])
                    break

    def _longest(
        self, phrases: Iterable[_Phrase], tokens: list[tuple[str, int, int]], place: int
    ) -> int | None:
        """How many further words the longest phrase that stands here takes; None where none does."""
        for words, gaps in phrases:
            here = tokens[place : place + 1 + len(words)]
            if tuple(word for word, _, _ in here[1:]) == words and all(
                self.folded[before[2] : after[1]].strip() == gap
                for (before, after), gap in zip(pairwise(here), gaps, strict=True)
            ):
                return len(words)
        return None


def _openings(words: Iterable[str]) -> dict[str, list[tuple[int, list[_Phrase]]]]:
    """Each word that may open a phrase, bare or with a particle: the particle's length and the phrases."""
    phrases: dict[str, list[_Phrase]] = defaultdict(list)
    for phrase in {fold(word) for word in words}:
        parts = list(_WORD.finditer(phrase))
        if parts:
            rest = tuple(part.group() for part in parts[1:])
            gaps = tuple(phrase[before.end() : after.start()].strip() for before, after in pairwise(parts))
            phrases[parts[0].group()].append((rest, gaps))
    openings: dict[str, list[tuple[int, list[_Phrase]]]] = defaultdict(list)
    for first, alternatives in phrases.items():
        alternatives.sort(key=lambda phrase: (-len(phrase[0]), phrase))
        for particle, joined in forms_with_particle(first):
            openings[joined].append((particle, alternatives))
    for forms in openings.values():
        forms.sort(key=lambda form: form[0])
    return dict(openings)


def _shortened(text: str) -> Iterator[tuple[int, int, str]]:
    """The stretches that get shorter by folding: start, end, and what remains of them."""
    if unicodedata.is_normalized("NFC", text):
        for match in MARKS.finditer(text):
            yield match.start(), match.end(), ""
        return
    for start, end in _clusters(text):
        remains = MARKS.sub("", unicodedata.normalize("NFC", text[start:end]))
        if remains != text[start:end]:
            yield start, end, remains


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """A letter with the marks that combine with it, again and again."""
    start = 0
    for index, char in enumerate(text):
        if index > start and not unicodedata.combining(char):
            yield start, index
            start = index
    if text:
        yield start, len(text)
