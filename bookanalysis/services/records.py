"""A book's reading as it stands in the database: what the export and the profiles are folded from."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select

from bookanalysis.export import BookRecord, CharacterRecord, ChunkRecord, Span
from bookanalysis.extensions import db
from bookanalysis.models import Book, Character, CharacterFact, Chunk, ChunkCharacter
from bookanalysis.profile import Fact


def record_of(book: Book) -> BookRecord:
    """Characters are called by their ids."""
    return BookRecord(
        title=book.title,
        author=book.author,
        language=book.detected_language,
        reader=book.reader or "",
        chunks=_chunks(book.id),
        characters=_characters(book.id),
        facts=facts_of(book.id),
    )


def _chunks(book_id: UUID) -> list[ChunkRecord]:
    rows = db.session.execute(
        select(
            Chunk.chunk_number,
            Chunk.chapter_number,
            Chunk.chapter_title,
            Chunk.start_position,
            Chunk.end_position,
            Chunk.summary,
            Chunk.gap,
        ).filter_by(book_id=book_id)
    )
    return [ChunkRecord(*row) for row in rows]


def _characters(book_id: UUID) -> list[CharacterRecord]:
    places: dict[UUID, dict[int, list[Span]]] = defaultdict(dict)
    mentions = db.session.execute(
        select(ChunkCharacter.character_id, Chunk.chunk_number, ChunkCharacter.position_info)
        .join(Chunk, Chunk.id == ChunkCharacter.chunk_id)
        .where(Chunk.book_id == book_id)
    )
    for character_id, number, spans in mentions:
        places[character_id][number] = [(start, end) for start, end in spans]
    rows = db.session.execute(select(Character.id, Character.confidence).filter_by(book_id=book_id))
    return [CharacterRecord(str(row.id), places[row.id], row.confidence) for row in rows]


def facts_of(book_id: UUID) -> list[Fact]:
    return [fact_of(row) for row in db.session.execute(facts_by_chunk(book_id))]


def facts_by_chunk(book_id: UUID) -> Select[*tuple[Any, ...]]:
    """The columns that `fact_of` takes."""
    return (
        select(
            Chunk.chunk_number,
            CharacterFact.start,
            CharacterFact.end,
            CharacterFact.character_id,
            CharacterFact.kind,
            CharacterFact.key,
            CharacterFact.value,
            CharacterFact.quote,
            CharacterFact.other_character_id,
        )
        .join(Chunk, Chunk.id == CharacterFact.chunk_id)
        .where(Chunk.book_id == book_id)
    )


def fact_of(row: Row[*tuple[Any, ...]]) -> Fact:
    number, start, end, who, kind, key, value, quote, other = row
    return Fact(number, start, end, str(who), kind, key, value, quote, str(other) if other else "")
