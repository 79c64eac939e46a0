"""A text with its comparison key, and the way back from the key to the text as it stands."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from bookanalysis.arabic.clitics import forms_with_particle
from bookanalysis.arabic.compositions import compositions, needs_composing
from bookanalysis.arabic.keys import fold, unify
from bookanalysis.arabic.marks import BARE_MARKS
from bookanalysis.arabic.offsets import Edit, rewrite
from bookanalysis.arabic.presentation_forms import LIGATURES, with_letters
from bookanalysis.arabic.quotations import Wording, unlikeness

_WORD = re.compile(r"\w+")
_CHANGES_LENGTH = re.compile(f"{BARE_MARKS.pattern}|[{''.join(LIGATURES)}]")

_Phrase = tuple[tuple[str, ...], tuple[str, ...]]
"""The folded words after the first, and what stands before each of them, without spaces."""


class FoldedText:
    """A text and its folded key, which is shorter where marks were dropped or composed."""

    def __init__(self, text: str) -> None:
        self.text = text
        bare, way_back = rewrite(with_letters(text), _marks_and_ligatures(text))
        self._ways_back = [way_back]
        if needs_composing(bare):
            bare, way_back = rewrite(bare, compositions(bare))
            self._ways_back.insert(0, way_back)
        self.folded = unify(bare)

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in `text` of a span in `folded`, with the marks that stand on its last letter."""
        for way_back in self._ways_back:
            start, end = way_back.span(start, end)
        return start, end

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

    def find_quotation(self, quotation: str) -> list[tuple[int, int]]:
        """All places in `text` that a quotation may mean, those spelled most like it first.

        Every word of the quotation stands there, in its order; marks, forms of letters and digits,
        punctuation and space may differ. An ellipsis inside the quotation may stand for up to 20 words of
        the sentence. A span goes from the first letter to the marks of the last.
        """
        spans = [self.original_span(*span) for span in self._wording.find(fold(quotation))]
        return sorted(spans, key=lambda span: (unlikeness(quotation, self.text[slice(*span)]), span))

    @cached_property
    def _wording(self) -> Wording:
        return Wording(self.folded)

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


def _marks_and_ligatures(text: str) -> Iterator[Edit]:
    for match in _CHANGES_LENGTH.finditer(text):
        yield match.start(), match.end(), LIGATURES.get(match.group(), "")


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
