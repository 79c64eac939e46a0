"""The way back from a text that was written anew to the one that it was made from."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable

Edit = tuple[int, int, str]
"""A stretch of the old text, start and end, and what stands for it in the new one."""


class OffsetMap:
    """Leads places of the new text to places of the old, whether a stretch got shorter or longer."""

    __slots__ = ("_new_ends", "_new_starts", "_old_ends", "_old_starts")

    def __init__(self) -> None:
        self._new_starts = array("q")
        self._new_ends = array("q")
        self._old_starts = array("q")
        self._old_ends = array("q")

    def add(self, old_start: int, old_end: int, new_start: int, new_end: int) -> None:
        self._old_starts.append(old_start)
        self._old_ends.append(old_end)
        self._new_starts.append(new_start)
        self._new_ends.append(new_end)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The old span: whole where the new one cuts a stretch, and with what was dropped at its end."""
        return self._old(start, self._old_starts), self._old(end, self._old_ends)

    def _old(self, place: int, borders: "array[int]") -> int:
        passed = bisect_right(self._new_ends, place)
        if passed < len(self._new_starts) and self._new_starts[passed] < place:
            return borders[passed]
        if not passed:
            return place
        return place - self._new_ends[passed - 1] + self._old_ends[passed - 1]


def rewrite(text: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """The text with its edits, which come in order and do not overlap, and the way back."""
    way_back = OffsetMap()
    pieces: list[str] = []
    copied = length = 0
    for start, end, new in edits:
        length += start - copied
        pieces += (text[copied:start], new)
        way_back.add(start, end, length, length + len(new))
        length += len(new)
        copied = end
    pieces.append(text[copied:])
    return "".join(pieces), way_back
