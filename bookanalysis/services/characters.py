"""The characters of a book, how they are linked, and where they appear: at its end, or as it stood."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from bookanalysis.errors import CharacterNotFound
from bookanalysis.extensions import db
from bookanalysis.models import Book, Character, CharacterFact, CharacterRelationship, Chunk, ChunkCharacter
from bookanalysis.models.character import find_characters
from bookanalysis.models.loading import CHARACTER_WITH_EVIDENCE
from bookanalysis.models.paging import Page, page_from, paginate
from bookanalysis.profile import FactKind
from bookanalysis.services.as_it_stood import (
    appearances_at,
    character_at,
    characters_at,
    kept_as,
    relationships_at,
)
from bookanalysis.services.ownership import own
from bookanalysis.services.shown import Appearance, Link, ShownCharacter

Evidence = Row[Any]
"""A fact's columns and the `chunk_number` of its chunk."""


def list_characters(
    book: Book, page: int, page_size: int, until_chunk: int | None, **query: Any
) -> Page[Any]:
    """All that `find_characters` finds; with `until_chunk`, as they stood there."""
    if until_chunk is None:
        return paginate(find_characters(book, **query), page, page_size)
    return page_from(characters_at(book, until_chunk, **query), page, page_size)


def show_character(character_id: UUID, until_chunk: int | None) -> Character | ShownCharacter:
    """With its evidence and mentions. Who turned out to be another is shown as that one."""
    if until_chunk is not None:
        return character_at(character_id, until_chunk)
    try:
        return own(Character, character_id, *CHARACTER_WITH_EVIDENCE)
    except CharacterNotFound:
        return own(Character, kept_as(character_id), *CHARACTER_WITH_EVIDENCE)


def relationships(book: Book, until_chunk: int | None = None) -> list[Link]:
    """The whole graph, in two queries."""
    if until_chunk is not None:
        return relationships_at(book, until_chunk)
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


def appearances(book: Book, until_chunk: int | None = None) -> Sequence[Row[Any]] | list[Appearance]:
    """How often each chunk mentions each character, in one query."""
    if until_chunk is not None:
        return appearances_at(book, until_chunk)
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
