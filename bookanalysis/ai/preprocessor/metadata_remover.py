"""Drop what is not the work itself; then number the chunks and set their places, once and for all."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context, Piece
from bookanalysis.ai.footnotes import title_without_marks, without_footnotes
from bookanalysis.ai.front_matter import is_front_matter
from bookanalysis.ai.samples import FRONT_AND_BACK
from bookanalysis.ai.state import State
from bookanalysis.ai.store import SEPARATOR, Chunk
from bookanalysis.errors import NoText

LONGEST_TITLE = 200
"""In characters; some books mark a whole paragraph as a heading."""


def metadata_remover(state: State, runtime: Runtime[Context]) -> State:
    context = runtime.context
    publication = context.publication
    titles = [title for title in (publication.title, publication.author) if title]
    chunks = numbered(remove_metadata(context.pieces, titles))
    context.pieces = ()
    if not chunks:
        return State(num_of_chunks=0, refusal=NoText())
    context.run.store.save_chunks(chunks)
    return State(num_of_chunks=len(chunks))


def router_from_metadata_remover(state: State) -> Literal["chunk_updater", "__end__"]:
    return "__end__" if "refusal" in state else "chunk_updater"


def remove_metadata(pieces: Iterable[Piece], titles: Sequence[str]) -> list[Piece]:
    """The pieces of the work itself, without footnotes and the marks that lead to them."""
    kept = []
    for _, chapter in groupby(pieces, key=lambda piece: piece.chapter_number):
        parts = list(chapter)
        texts = [part.text for part in parts]
        if parts[0].kind in FRONT_AND_BACK or is_front_matter("\n".join(texts), titles):
            continue
        title = title_without_marks(parts[0].chapter_title)[:LONGEST_TITLE]
        kept += [
            replace(part, text=text, chapter_title=title)
            for part, text in zip(parts, without_footnotes(texts), strict=True)
            if any(map(str.isalpha, text))
        ]
    return kept


def numbered(pieces: Iterable[Piece]) -> list[Chunk]:
    """The chunks with their numbers, their chapters' numbers and their places in the cleaned text."""
    chunks: list[Chunk] = []
    start = 0
    by_chapter = groupby(pieces, key=lambda piece: piece.chapter_number)
    for chapter_number, (_, chapter) in enumerate(by_chapter, 1):
        for piece in chapter:
            end = start + len(piece.text)
            chunks.append(Chunk(len(chunks) + 1, chapter_number, piece.chapter_title, piece.text, start, end))
            start = end + len(SEPARATOR)
    return chunks
