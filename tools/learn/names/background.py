"""How every word stands in the novels at large: its contexts, summed over the books."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import astuple, fields

from bookanalysis.ai.readers.offline.features import Contexts, contexts_of
from bookanalysis.ai.readers.offline.tables import Background, Tables
from bookanalysis.ai.readers.offline.words import BookWords

FEWEST_TIMES = 5
COLUMNS = 1 + len(fields(Contexts))


class Sums:
    """The contexts of each word, summed over books, from which one book can be taken out again."""

    def __init__(self) -> None:
        self.books = 0
        self.words = 0
        self._of: dict[str, list[float]] = defaultdict(lambda: [0.0] * COLUMNS)

    def add(self, contexts: Mapping[str, Contexts], size: int) -> None:
        self.books += 1
        self.words += size
        for word, seen in contexts.items():
            sums = self._of[word]
            for column, value in enumerate((1, *astuple(seen))):
                sums[column] += value

    def background(self, word: str) -> Background | None:
        """A word's background, if it was seen often enough to have one."""
        sums = self._of[word]
        books, times, left, right, _, vocative, title, speech = sums[:8]
        if times < FEWEST_TIMES:
            return None
        return Background(
            int(books),
            int(times),
            round(left / times, 2),
            round(right / times, 2),
            round(speech / times, 3),
            round(title / times, 3),
            round(vocative / times, 3),
        )

    def table(self) -> dict[str, Background]:
        backgrounds = {word: self.background(word) for word in sorted(self._of)}
        return {word: seen for word, seen in backgrounds.items() if seen}


def contexts_in(words: BookWords, tables: Tables) -> dict[str, Contexts]:
    return {stem: contexts_of(words, stem, tables) for stem in words.occurrences}
