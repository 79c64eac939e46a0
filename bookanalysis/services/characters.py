"""How the characters of a book are linked, and where they appear."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from bookanalysis.extensions import db
from bookanalysis.models import Book, Character, CharacterFact, CharacterRelationship, Chunk, ChunkCharacter
from bookanalysis.profile import FactKind, RelationshipType

Evidence = Row[Any]
"""A fact's columns and the `chunk_number` of its chunk."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two characters, the type read from the first to the second, and the words that say so."""

    character_id_1: UUID
    character_id_2: UUID
    name_1: str
    name_2: str
    relationship_type: RelationshipType
    description: str
    evidence: Sequence[Evidence]


def relationships(book: Book) -> list[Link]:
    """The whole graph, in two queries."""
    first, second = aliased(Character), aliased(Character)
    rows = db.session.execute(
        select(CharacterRelationship, first.name, second.name)
        .join(first, CharacterRelationship.character_id_1 == first.id)
        .join(second, CharacterRelationship.character_id_2 == second.id)
        .where(CharacterRelationship.book_id == book.id)
        .order_by(CharacterRelationship.id)
    )
    facts: Select[Any] = (
        select(*CharacterFact.__table__.columns, Chunk.chunk_number)
        .join(Chunk, CharacterFact.chunk_id == Chunk.id)
        .where(Chunk.book_id == book.id, CharacterFact.kind == FactKind.RELATIONSHIP)
        .order_by(CharacterFact.id)
    )
    said = _by_pair(db.session.execute(facts).all())
    return [
        Link(
            link.character_id_1,
            link.character_id_2,
            name_1,
            name_2,
            link.relationship_type,
            link.description,
            said.get((link.character_id_1, link.character_id_2), []),
        )
        for link, name_1, name_2 in rows
    ]


def appearances(book: Book) -> Sequence[Row[Any]]:
    """How often each chunk mentions each character, in one query."""
    return db.session.execute(
        select(Chunk.id.label("chunk_id"), Chunk.chunk_number)
        .add_columns(ChunkCharacter.character_id, ChunkCharacter.mention_count)
        .join(Chunk, ChunkCharacter.chunk_id == Chunk.id)
        .where(Chunk.book_id == book.id)
        .order_by(Chunk.chunk_number, ChunkCharacter.id)
    ).all()


def _by_pair(facts: Sequence[Evidence]) -> dict[tuple[UUID, UUID], list[Evidence]]:
    pairs: dict[tuple[UUID, UUID], list[Evidence]] = defaultdict(list)
    for fact in facts:
        low, high = sorted((fact.character_id, fact.other_character_id))
        pairs[low, high].append(fact)
    return pairs
