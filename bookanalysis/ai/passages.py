"""What is asked about at once: short chunks together, so that short chapters cost no more questions."""

from collections.abc import Sequence

from bookanalysis.ai.even_groups import even_groups
from bookanalysis.ai.readers import Part, Passage
from bookanalysis.ai.store import SEPARATOR, Chunk, Span

STEPS = 40
"""In how many steps the size of passages is looked for."""


def passages_of(chunks: Sequence[Chunk], words_at_once: int) -> list[Passage]:
    """Every chunk in its passage, in order; a passage is longer than that only if its one chunk is.

    The smallest ones are taken that are half full on average: more of them can be asked about at a time,
    and the questions are not too many.
    """
    sizes = [len(chunk.text.split()) for chunk in chunks]
    limits = range(words_at_once // 2, words_at_once, max(1, words_at_once // STEPS))
    groups = next(
        (few for limit in limits if len(few := even_groups(sizes, limit)) * words_at_once <= 2 * sum(sizes)),
        even_groups(sizes, words_at_once),
    )
    return [_passage(number, chunks[first:end]) for number, (first, end) in enumerate(groups, 1)]


def _passage(number: int, chunks: Sequence[Chunk]) -> Passage:
    parts = []
    start = 0
    for chunk in chunks:
        end = start + len(chunk.text)
        parts.append(Part(chunk.number, chunk.chapter_title, start, end))
        start = end + len(SEPARATOR)
    return Passage(number, SEPARATOR.join(chunk.text for chunk in chunks), tuple(parts))


def part_with(passage: Passage, span: Span) -> Part | None:
    """The part that holds a span whole; None for a span that runs from one chunk into another."""
    start, end = span
    return next((part for part in passage.parts if part.start <= start and end <= part.end), None)
