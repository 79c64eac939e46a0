"""A part of a book, and who is named in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from uuid import UUID

from bookanalysis.errors import ChunkNotFound
from bookanalysis.extensions import off_loop
from bookanalysis.models import Chunk
from bookanalysis.models.character import MOST_LETTERS_OF_A_NAME
from bookanalysis.models.loading import CHUNK_TEXT, CHUNK_WITH_MENTIONS
from bookanalysis.profile import Fact, FactKind, names_of
from bookanalysis.services.ownership import own
from bookanalysis.services.shown import NamedCharacter, NamedHere, ShownChunk
from bookanalysis.services.standing import Standing


def show_chunk(chunk_id: UUID, until_chunk: int | None) -> Chunk | ShownChunk:
    """Its text, and who is mentioned where; with `until_chunk`, by the names that were known there.

    Raises `ChunkNotFound`, also for a chunk that lies behind.
    """
    if until_chunk is None:
        return own(Chunk, chunk_id, *CHUNK_WITH_MENTIONS)
    chunk = own(Chunk, chunk_id, *CHUNK_TEXT)
    if chunk.chunk_number > until_chunk:
        raise ChunkNotFound
    return ShownChunk(chunk, _named_in(chunk, Standing(chunk.book_id, until_chunk)))


def _named_in(chunk: Chunk, standing: Standing) -> list[NamedHere]:
    """In order of first mention."""
    names = off_loop(_names, standing.facts(FactKind.NAME, FactKind.ALIAS))
    spans = {each.key: sorted(each.mentions[chunk.chunk_number]) for each in standing.characters(chunk.id)}
    return [
        NamedHere(NamedCharacter(key, names[key]), len(found), found)
        for key, found in sorted(spans.items(), key=lambda seen: (seen[1], seen[0]))
    ]


def _names(facts: Iterable[Fact]) -> Mapping[str, str]:
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        said[fact.character].append(fact)
    names = {key: names_of(told)[0][:MOST_LETTERS_OF_A_NAME] for key, told in said.items()}
    return defaultdict(str, names)
