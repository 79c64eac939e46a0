"""What was known of a book's characters at a chunk: what is told later is taken back."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, select

from bookanalysis.extensions import db, off_loop
from bookanalysis.joins import (
    Dropped,
    Join,
    Sighting,
    characters_of,
    facts_apart,
    merges_of,
    sightings_apart,
)
from bookanalysis.models import CharacterFact, CharacterJoin, Chunk, ChunkCharacter
from bookanalysis.models.chunk import up_to
from bookanalysis.profile import Fact, FactKind, merged
from bookanalysis.record import CharacterRecord, Span
from bookanalysis.services.facts import fact_of, facts_by_chunk

Rows = Select[*tuple[Any, ...]]


class Standing:
    """Facts and mentions up to a chunk. Characters that the book joins later are still two.

    Characters are called by their ids; one that is dropped later has an id of its own until then. Rows are
    fetched beside the event loop, too: to make them of what the database sends is half of the work.
    """

    def __init__(self, book_id: UUID, until_chunk: int) -> None:
        self.until_chunk = until_chunk
        self._book_id = book_id
        self._up_to = up_to(until_chunk)
        joins = (
            select(
                CharacterJoin.dropped_id,
                CharacterJoin.kept_id,
                Chunk.chunk_number,
                CharacterJoin.facts,
                CharacterJoin.sightings,
            )
            .join(Chunk, Chunk.id == CharacterJoin.chunk_id)
            .where(Chunk.book_id == book_id)
        )
        self._dropped = off_loop(_all_dropped, db.session.connection(), joins, until_chunk)
        self._merges = merges_of((dropped.join for dropped in self._dropped), until_chunk)

    def whose(self, key: str) -> str:
        """Whom a character is part of by then: mostly itself."""
        return self._merges.get(key, key)

    def facts(self, *kinds: FactKind) -> list[Fact]:
        """All facts, or those of some kinds."""
        said: Rows = facts_by_chunk(self._book_id).where(self._up_to)
        if kinds:
            said = said.where(CharacterFact.kind.in_(kinds))
        return off_loop(self._facts, db.session.connection(), said, kinds)

    def characters(self, in_chunk: UUID | None = None) -> list[CharacterRecord]:
        """Those that were met, with all their mentions or those in one chunk."""
        here = self._up_to if in_chunk is None else Chunk.id == in_chunk
        seen = (
            select(
                ChunkCharacter.character_id,
                Chunk.chunk_number,
                ChunkCharacter.position_info,
                ChunkCharacter.confidence,
            )
            .join(Chunk, Chunk.id == ChunkCharacter.chunk_id)
            .where(Chunk.book_id == self._book_id, here)
        )
        return off_loop(self._characters, db.session.connection(), seen)

    def _facts(self, connection: Connection, said: Rows, kinds: Collection[FactKind]) -> list[Fact]:
        apart = facts_apart(map(fact_of, connection.execute(said)), self._dropped)
        return merged((fact for fact in apart if not kinds or fact.kind in kinds), self._merges)

    def _characters(self, connection: Connection, seen: Rows) -> list[CharacterRecord]:
        sightings: dict[str, dict[int, Sighting]] = defaultdict(dict)
        for character_id, number, spans, confidence in connection.execute(seen):
            sightings[str(character_id)][number] = _sighting(spans, confidence)
        return characters_of(sightings_apart(sightings, self._dropped), self._merges)


def _all_dropped(connection: Connection, joins: Rows, until_chunk: int) -> list[Dropped]:
    return [_dropped(row, until_chunk) for row in connection.execute(joins)]


def _dropped(row: Row[*tuple[Any, ...]], until_chunk: int) -> Dropped:
    """What a join has rewritten, of the facts those up to a chunk."""
    return Dropped(
        Join(str(row.dropped_id), str(row.kept_id), row.chunk_number),
        {fact for said in row.facts if (fact := _fact(said)).chunk <= until_chunk},
        {number: _sighting(spans, confidence) for number, spans, confidence in row.sightings},
    )


def _fact(said: list[Any]) -> Fact:
    chunk, start, end, who, kind, *rest = said
    return Fact(chunk, start, end, who, FactKind(kind), *rest)


def _sighting(spans: list[list[int]], confidence: float) -> Sighting:
    places: list[Span] = [(start, end) for start, end in spans]
    return Sighting(places, confidence)
