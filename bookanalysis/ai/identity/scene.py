"""A text as words and marks with the places that name someone, to look at what stands around them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from bookanalysis.arabic import fold
from bookanalysis.arabic.marks import MARKS

LINE_END = "\n"
QUOTES = frozenset("«»\"“”„'‘’()[]﴿﴾")
_TOKEN = re.compile(rf"(?:\w|{MARKS.pattern[:-1]})+|\n|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Named:
    """A place that names `who`, as tokens from first to last; `particle` is what is joined in front."""

    who: int
    first: int
    last: int
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Folded tokens and who is named where, in reading order."""

    keys: Sequence[str]
    named: Sequence[Named]

    def before(self, place: int) -> int:
        """The place of the nearest token before that is no quotation mark; -1 at the beginning."""
        place -= 1
        while place >= 0 and self.keys[place] in QUOTES:
            place -= 1
        return place

    def after(self, place: int) -> int:
        """The place of the nearest token behind that is no quotation mark; `len(keys)` at the end."""
        place += 1
        while place < len(self.keys) and self.keys[place] in QUOTES:
            place += 1
        return place

    def key(self, place: int) -> str:
        """The token at a place; a line's end beyond the text."""
        return self.keys[place] if 0 <= place < len(self.keys) else LINE_END

    def between(self, one: Named, other: Named) -> list[str]:
        """What stands between two names, quotation marks left out."""
        return [key for key in self.keys[one.last + 1 : other.first] if key not in QUOTES]


class SceneText:
    """A chunk's text cut into tokens; knows where each of them stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._spans = [match.span() for match in _TOKEN.finditer(text)]
        self.keys = [
            LINE_END if text[start] == LINE_END else fold(text[start:end]) for start, end in self._spans
        ]

    def scene(self, mentions: Sequence[tuple[int, int, int]]) -> Scene:
        """The scene of mentions: who, start and end of each, in code points."""
        named = [self._named(who, start, end) for who, start, end in mentions]
        return Scene(self.keys, sorted(named, key=lambda place: (place.first, place.last, place.who)))

    def span(self, first: int, last: int) -> tuple[int, int]:
        return self._spans[first][0], self._spans[last][1]

    def _named(self, who: int, start: int, end: int) -> Named:
        first = self._token_at(start)
        last = self._token_at(max(start, end - 1))
        return Named(who, first, max(first, last), fold(self.text[self._spans[first][0] : start]))

    def _token_at(self, place: int) -> int:
        return max(bisect_right(self._spans, (place, len(self.text))) - 1, 0)
