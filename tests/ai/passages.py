"""Passages for tests: short texts, each a chunk."""

from bookanalysis.ai.passages import passages_of
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.store import SEPARATOR, Chunk


def chunks_of(*texts: str) -> list[Chunk]:
    chunks: list[Chunk] = []
    start = 0
    for number, text in enumerate(texts, 1):
        chunks.append(Chunk(number, number, f"الفصل {number}", text, start, start + len(text)))
        start += len(text) + len(SEPARATOR)
    return chunks


def passage_of(*texts: str) -> Passage:
    """One passage that holds all the texts."""
    return passages_of(chunks_of(*texts), words_at_once=1_000_000)[0]
