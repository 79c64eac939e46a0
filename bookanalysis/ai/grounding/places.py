"""Places in a passage that a reader tells, or that are to be found."""

from bookanalysis.ai.passages import part_with
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.store import Span


def told_place(passage: Passage, words: str, start: int | None) -> Span | None:
    """The place that the reader told, if the words stand there and in one chunk."""
    if start is None or start < 0 or not words or not passage.text.startswith(words, start):
        return None
    span = start, start + len(words)
    return span if part_with(passage, span) else None


def distance(one: Span, other: Span) -> int:
    """How many characters lie between two spans; 0 where they touch or overlap."""
    return max(one[0] - other[1], other[0] - one[1], 0)
