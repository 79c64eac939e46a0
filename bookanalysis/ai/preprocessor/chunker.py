"""Cut the chapters into pieces of even size, each a whole number of sentences."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context, Piece
from bookanalysis.ai.state import State
from bookanalysis.arabic import sentences

_Span = tuple[int, int]
_CLAUSE_END = re.compile(r"[،,؛;:—–]\s+")
_WORD = re.compile(r"\S+")


def chunker(state: State, runtime: Runtime[Context]) -> State:
    context = runtime.context
    limit = context.run.options.chunk_words
    context.pieces = [
        Piece(number, chapter.title, chapter.kind, chapter.text[start:end])
        for number, chapter in enumerate(context.publication.chapters, 1)
        for start, end in cut(chapter.text, limit)
    ]
    return State()


def cut(text: str, limit: int) -> list[_Span]:
    """The spans of the pieces of at most `limit` words, as few as can be and as even as can be."""
    units = list(_units(text, limit))
    sizes = [_num_of_words(text, unit) for unit in units]
    if not units:
        return []
    groups = _groups(sizes, _evenest(sizes, limit))
    return [(units[first][0], units[last - 1][1]) for first, last in groups]


def _units(text: str, limit: int) -> Iterator[_Span]:
    """What is never cut: sentences, and the parts of a sentence that is longer than a piece."""
    for sentence in sentences(text):
        if _num_of_words(text, sentence) <= limit:
            yield sentence
            continue
        for clause in _split(text, sentence, _CLAUSE_END):
            if _num_of_words(text, clause) <= limit:
                yield clause
            else:
                yield from _word_groups(text, clause, limit)


def _split(text: str, span: _Span, ending: re.Pattern[str]) -> Iterator[_Span]:
    ends = [match.end() for match in ending.finditer(text, *span)]
    return pairwise(dict.fromkeys([span[0], *ends, span[1]]))


def _word_groups(text: str, span: _Span, limit: int) -> Iterator[_Span]:
    words = list(_WORD.finditer(text, *span))
    for first in range(0, len(words), limit):
        group = words[first : first + limit]
        yield group[0].start(), group[-1].end()


def _num_of_words(text: str, span: _Span) -> int:
    return len(text[slice(*span)].split())


def _groups(sizes: Sequence[int], limit: int) -> list[_Span]:
    """Fill one group after the other; each is a range of places in `sizes`."""
    firsts, filled = [0], 0
    for place, size in enumerate(sizes):
        if filled + size > limit and place > firsts[-1]:
            firsts.append(place)
            filled = 0
        filled += size
    return list(pairwise([*firsts, len(sizes)]))


def _evenest(sizes: Sequence[int], limit: int) -> int:
    """The least size of a group that needs no more groups than `limit` does."""
    fewest = len(_groups(sizes, limit))
    low, high = 1, limit
    while low < high:
        middle = (low + high) // 2
        if middle >= max(sizes) and len(_groups(sizes, middle)) <= fewest:
            high = middle
        else:
            low = middle + 1
    return low
