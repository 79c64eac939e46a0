"""Characters that turned out to be one: everything that was said of the one is said of the other."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import delete, or_, select

from bookanalysis.extensions import db
from bookanalysis.jobs.profiles import fact_row
from bookanalysis.models import Character, CharacterFact, Chunk, ChunkCharacter
from bookanalysis.profile import merged
from bookanalysis.services.records import facts_of


def merge_characters(book_id: UUID, merges: Mapping[UUID, UUID]) -> None:
    """`merges` maps each dropped character to the one to keep; nothing happens if it was done before."""
    for dropped, kept in merges.items():
        character = db.session.get(Character, dropped)
        if character is not None:
            remaining = db.session.get_one(Character, kept)
            remaining.confidence = max(remaining.confidence, character.confidence)
            _move_mentions(dropped, kept)
    db.session.flush()
    _move_facts(book_id, merges)
    db.session.execute(delete(Character).where(Character.id.in_(merges)))


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


def _move_facts(book_id: UUID, merges: Mapping[UUID, UUID]) -> None:
    before = set(facts_of(book_id))
    after = set(merged(before, {str(dropped): str(kept) for dropped, kept in merges.items()}))
    chunks = db.session.execute(select(Chunk.chunk_number, Chunk.id).filter_by(book_id=book_id))
    chunk_ids = {number: chunk_id for number, chunk_id in chunks}  # noqa: C416  rows are no pairs to dict()
    about = or_(CharacterFact.character_id.in_(merges), CharacterFact.other_character_id.in_(merges))
    db.session.execute(delete(CharacterFact).where(about))
    db.session.add_all(fact_row(fact, chunk_ids[fact.chunk], UUID) for fact in sorted(after - before))
    db.session.flush()
