"""Where the words of a quotation stand, whatever became of its punctuation, digits and spaces."""

import re
from collections.abc import Iterator, Sequence

from bookanalysis.arabic.clitics import forms_with_particle
from bookanalysis.arabic.keys import fold
from bookanalysis.arabic.offsets import Edit, rewrite
from bookanalysis.arabic.sentences import is_one_sentence

Span = tuple[int, int]

MOST_LEFT_OUT = 20
"""Words that an ellipsis may stand for."""
FEWEST_WORDS_TOGETHER = 2
"""Before and behind words that are left out: single words are near each other by chance."""

_ELLIPSIS = re.compile(r"[.․]{2,}|[…⋯‥]")
_GAP = re.compile(r"[\W_]+")
_UNEVEN_GAP = re.compile(r" ?(?:[^\w ]|_)[\W_]*| {2,}[\W_]*")
"""What stands between two words and is not one space."""
_ONE_FORM = str.maketrans(
    dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789", strict=True))
    | dict.fromkeys("ھہەۃۀ", "ه")
    | {"ى": "ي"}
)
_ONE_MARK = str.maketrans(
    dict.fromkeys("«»“”„‟‘’‚‛‹›'`", '"')
    | dict.fromkeys("-‐‑‒–—―−ـ", "-")
    | {"،": ",", "؛": ";", "؟": "?", "۔": ".", "…": "...", "٪": "%", "٫": ".", "٬": ","}
)


class Wording:
    """The bare words of a folded text, one space between, and the way back to the folded text.

    Coarser than the folded key, and apart from it: names and tables of words keep their digits and «على».
    """

    def __init__(self, folded: str) -> None:
        self._folded = folded
        coarse = f" {folded.translate(_ONE_FORM)} "
        self._words, self._way_back = rewrite(coarse, _uneven_gaps(coarse))

    def find(self, folded_quotation: str) -> Iterator[Span]:
        """The spans in the folded text where all the words stand, with nothing but punctuation between.

        If there are none: those where a particle is joined to the first word, and those where an ellipsis
        of the quotation stands for some words.
        """
        parts = [words for part in _ELLIPSIS.split(folded_quotation) if (words := _words_of(part))]
        if not parts:
            return
        whole = " ".join(parts)
        spans = self._places(whole) or self._places_behind_particles(whole)
        if not spans and len(parts) > 1:
            spans = self._with_words_left_out(parts)
        for start, end in spans:
            yield self._in_folded(start, end)

    def _in_folded(self, start: int, end: int) -> Span:
        start, end = self._way_back.span(start, end)
        return start - 1, end - 1  # the key begins with a space that is not in the text

    def _places(self, words: str, particle: int = 0) -> list[Span]:
        """Where the words stand in the key; `particle` letters at their beginning are not meant."""
        places = []
        sought = f" {words} "
        place = self._words.find(sought)
        while place >= 0:
            places.append((place + 1 + particle, place + 1 + len(words)))
            place = self._words.find(sought, place + 1)
        return places

    def _places_behind_particles(self, words: str) -> list[Span]:
        first, space, rest = words.partition(" ")
        forms = [(particle, form) for particle, form in forms_with_particle(first) if particle]
        return sorted(
            place for particle, form in forms for place in self._places(form + space + rest, particle)
        )

    def _with_words_left_out(self, parts: Sequence[str]) -> list[Span]:
        """The shortest stretches that hold the parts in their order, each close behind the one before."""
        openings = self._places(parts[0]) or self._places_behind_particles(parts[0])
        found = filter(None, (self._with_rest(opening, parts) for opening in openings))
        latest_start = {end: start for start, end in sorted(found)}
        return [(start, end) for end, start in latest_start.items()]

    def _with_rest(self, opening: Span, parts: Sequence[str]) -> Span | None:
        """The span from the first part to the last, if each follows the one before closely enough."""
        end = opening[1]
        words_together = [_number_of_words(parts[0])]
        for part in parts[1:]:
            next_start = self._words.find(f" {part} ", end) + 1
            if not next_start:
                return None
            left_out = self._words.count(" ", end, next_start) - 1
            if left_out == 0:
                words_together[-1] += _number_of_words(part)
            elif left_out <= MOST_LEFT_OUT and self._are_of_one_sentence(end, next_start):
                words_together.append(_number_of_words(part))
            else:
                return None
            end = next_start + len(part)
        return (opening[0], end) if min(words_together) >= FEWEST_WORDS_TOGETHER else None

    def _are_of_one_sentence(self, end: int, next_start: int) -> bool:
        """Whether the words left out belong to one sentence, together with what is before or behind them."""
        with_before, with_behind = (end, next_start - 1), (end + 1, next_start)
        return any(
            is_one_sentence(self._folded, *self._in_folded(*stretch))
            for stretch in (with_before, with_behind)
        )


def unlikeness(quotation: str, stretch: str) -> int:
    """How a stretch that holds the words of a quotation differs: 0 not at all, 1 in spelling, 2 in marks."""
    if stretch in quotation:
        return 0
    return 1 if _punctuation_between_words(quotation) == _punctuation_between_words(stretch) else 2


def _punctuation_between_words(text: str) -> list[str]:
    between = _GAP.findall(fold(text).translate(_ONE_MARK).strip().strip('".,;:!?()[]- '))
    return ["".join(gap.split()) for gap in between]


def _number_of_words(words: str) -> int:
    return words.count(" ") + 1


def _words_of(folded: str) -> str:
    return _GAP.sub(" ", folded.translate(_ONE_FORM)).strip()


def _uneven_gaps(coarse: str) -> Iterator[Edit]:
    for gap in _UNEVEN_GAP.finditer(coarse):
        yield gap.start(), gap.end(), " "
