"""Cut the chapters into pieces of even size, each a whole number of sentences."""

import re
from collections.abc import Iterator
from itertools import pairwise

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context, Piece
from bookanalysis.ai.even_groups import even_groups
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
    return [(units[first][0], units[last - 1][1]) for first, last in even_groups(sizes, limit)]


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
