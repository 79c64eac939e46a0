"""What was known of a book's characters at a chunk: what is told later is taken back."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, Text, cast, select

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
from bookanalysis.services.facts import FactRow, fact_of, facts_by_chunk


class Standing:
    """Facts and mentions up to a chunk. Characters that the book joins later are still two.

    Characters are called by their ids; one that is dropped later has an id of its own until then.
    """

    def __init__(self, book_id: UUID, until_chunk: int) -> None:
        self.until_chunk = until_chunk
        self._book_id = book_id
        self._up_to = up_to(until_chunk)
        rows = db.session.execute(
            select(CharacterJoin, Chunk.chunk_number)
            .join(Chunk, Chunk.id == CharacterJoin.chunk_id)
            .where(Chunk.book_id == book_id)
        ).all()
        self._dropped = [_dropped(row, number, until_chunk) for row, number in rows]
        self._merges = merges_of((dropped.join for dropped in self._dropped), until_chunk)

    def whose(self, key: str) -> str:
        """Whom a character is part of by then: mostly itself."""
        return self._merges.get(key, key)

    def facts(self, *kinds: FactKind) -> list[Fact]:
        """All facts, or those of some kinds."""
        rows: Select[*tuple[Any, ...]] = facts_by_chunk(self._book_id).where(self._up_to)
        if kinds:
            rows = rows.where(CharacterFact.kind.in_(kinds))
        return off_loop(self._facts, db.session.execute(rows).all(), kinds)

    def characters(self, in_chunk: UUID | None = None) -> list[CharacterRecord]:
        """Those that were met, with all their mentions or those in one chunk."""
        here = self._up_to if in_chunk is None else Chunk.id == in_chunk
        rows = db.session.execute(
            select(
                ChunkCharacter.character_id,
                Chunk.chunk_number,
                cast(ChunkCharacter.position_info, Text),  # to be parsed beside the event loop
                ChunkCharacter.confidence,
            )
            .join(Chunk, Chunk.id == ChunkCharacter.chunk_id)
            .where(Chunk.book_id == self._book_id, here)
        ).all()
        return off_loop(self._characters, rows)

    def _facts(self, rows: Sequence[FactRow], kinds: Collection[FactKind]) -> list[Fact]:
        apart = facts_apart(map(fact_of, rows), self._dropped)
        return merged((fact for fact in apart if not kinds or fact.kind in kinds), self._merges)

    def _characters(self, rows: Sequence[Row[UUID, int, str, float]]) -> list[CharacterRecord]:
        sightings: dict[str, dict[int, Sighting]] = defaultdict(dict)
        for character_id, number, spans, confidence in rows:
            sightings[str(character_id)][number] = _sighting(json.loads(spans), confidence)
        return characters_of(sightings_apart(sightings, self._dropped), self._merges)


def _dropped(row: CharacterJoin, chunk: int, until_chunk: int) -> Dropped:
    """What a join has rewritten, of the facts those up to a chunk."""
    return Dropped(
        Join(str(row.dropped_id), str(row.kept_id), chunk),
        {fact for said in row.facts if (fact := _fact(said)).chunk <= until_chunk},
        {number: _sighting(spans, confidence) for number, spans, confidence in row.sightings},
    )


def _fact(said: list[Any]) -> Fact:
    chunk, start, end, who, kind, *rest = said
    return Fact(chunk, start, end, who, FactKind(kind), *rest)


def _sighting(spans: list[list[int]], confidence: float) -> Sighting:
    places: list[Span] = [(start, end) for start, end in spans]
    return Sighting(places, confidence)
