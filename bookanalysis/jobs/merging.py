"""Characters that turned out to be one: everything that was said of the one is said of the other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from uuid import UUID

from sqlalchemy import delete, or_, select

from bookanalysis.extensions import db
from bookanalysis.jobs.profiles import fact_row
from bookanalysis.joins import Join, facts_to_remember, merges_of
from bookanalysis.models import Character, CharacterFact, CharacterJoin, Chunk, ChunkCharacter
from bookanalysis.profile import Fact, merged
from bookanalysis.services.facts import facts_of


def merge_characters(book_id: UUID, joins: Sequence[Join]) -> None:
    """Join the characters, and remember how they stood; nothing happens if it was done before."""
    merges = merges_of(joins)
    dropped = {
        str(row.id): row
        for row in db.session.scalars(select(Character).where(Character.id.in_(map(UUID, merges))))
    }
    if not dropped:
        return
    chunk_ids = _chunk_ids(book_id)
    facts = set(facts_of(book_id))
    for join in joins:
        db.session.add(_row_of(join, dropped[join.dropped], chunk_ids[join.chunk], facts, merges))
    for key, character in dropped.items():
        kept = db.session.get_one(Character, UUID(merges[key]))
        kept.confidence = max(kept.confidence, character.confidence)
        _move_mentions(character.id, kept.id)
    db.session.flush()
    _move_facts(facts, merges, chunk_ids)
    db.session.execute(delete(Character).where(Character.id.in_(map(UUID, merges))))


def _chunk_ids(book_id: UUID) -> Mapping[int, UUID]:
    chunks = db.session.execute(select(Chunk.chunk_number, Chunk.id).filter_by(book_id=book_id))
    return {number: chunk_id for number, chunk_id in chunks}  # noqa: C416  rows are no pairs to dict()


def _row_of(
    join: Join, dropped: Character, chunk_id: UUID, facts: Iterable[Fact], merges: Mapping[str, str]
) -> CharacterJoin:
    seen = db.session.execute(
        select(Chunk.chunk_number, ChunkCharacter.position_info, ChunkCharacter.confidence)
        .join(Chunk, Chunk.id == ChunkCharacter.chunk_id)
        .where(ChunkCharacter.character_id == dropped.id)
        .order_by(Chunk.chunk_number)
    )
    return CharacterJoin(
        dropped_id=dropped.id,
        kept_id=UUID(join.kept),
        chunk_id=chunk_id,
        facts=[list(astuple(fact)) for fact in sorted(facts_to_remember(facts, join.dropped, merges))],
        sightings=[list(row) for row in seen],
        created_at=dropped.created_at,
        updated_at=dropped.updated_at,
    )


def _move_mentions(dropped: UUID, kept: UUID) -> None:
    there = {
        row.chunk_id: row for row in db.session.scalars(select(ChunkCharacter).filter_by(character_id=kept))
    }
    for row in db.session.scalars(select(ChunkCharacter).filter_by(character_id=dropped)).all():
        same = there.get(row.chunk_id)
        if same is None:
            row.character_id = kept
            continue
        same.position_info = sorted([*same.position_info, *row.position_info])
        same.mention_count = len(same.position_info)
        db.session.delete(row)


def _move_facts(before: set[Fact], merges: Mapping[str, str], chunk_ids: Mapping[int, UUID]) -> None:
    after = set(merged(before, merges))
    dropped = [UUID(key) for key in merges]
    about = or_(CharacterFact.character_id.in_(dropped), CharacterFact.other_character_id.in_(dropped))
    db.session.execute(delete(CharacterFact).where(about))
    db.session.add_all(fact_row(fact, chunk_ids[fact.chunk], UUID) for fact in sorted(after - before))
    db.session.flush()
