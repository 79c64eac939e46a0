"""A stretch of a passage, its parts marked for the model, that can be cut in two."""

from dataclasses import dataclass
from typing import Self

from bookanalysis.ai.readers import Passage
from bookanalysis.ai.readers.chat.material import enclosed, tame
from bookanalysis.arabic import sentences

SMALLEST = 600
"""In characters, about a hundred words: what is asked about is never cut smaller."""


@dataclass(frozen=True, slots=True)
class PartOfExcerpt:
    """`number` is the part's in the whole passage, `start` and `end` are places in the excerpt."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    text: str
    parts: tuple[PartOfExcerpt, ...]

    @classmethod
    def of(cls, passage: Passage) -> Self:
        parts = (PartOfExcerpt(number, part.start, part.end) for number, part in enumerate(passage.parts, 1))
        return cls(passage.text, tuple(parts))

    def marked(self) -> str:
        """The text between its marks, a line like «<جزء 2>» before each part."""
        lines = []
        for part in self.parts:
            lines += [f"<جزء {part.number}>", tame(self.text[part.start : part.end]).strip()]
        return enclosed("نص", lines)

    def alone(self) -> list[tuple[int, "Excerpt"]]:
        """Each part by its number."""
        return [(part.number, self._between(part.start, part.end)) for part in self.parts]

    def halves(self) -> tuple["Excerpt", "Excerpt"] | None:
        """Cut where a sentence ends, near the middle; None where a half would be too small."""
        middle = len(self.text) // 2
        ends = [end for _, end in sentences(self.text) if SMALLEST <= end <= len(self.text) - SMALLEST]
        if len(self.text) < 2 * SMALLEST:
            return None
        cut = min(ends, key=lambda end: (abs(end - middle), end), default=middle)
        return self._between(0, cut), self._between(cut, len(self.text))

    def _between(self, start: int, end: int) -> "Excerpt":
        parts = (
            PartOfExcerpt(part.number, max(part.start, start) - start, min(part.end, end) - start)
            for part in self.parts
            if part.start < end and part.end > start
        )
        return Excerpt(self.text[start:end], tuple(parts))
