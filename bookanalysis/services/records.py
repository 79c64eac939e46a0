"""A book's reading as it stands in the database: what the export and the profiles are folded from."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.models import Book, Character, Chunk, ChunkCharacter
from bookanalysis.models.chunk import up_to
from bookanalysis.record import BookRecord, CharacterRecord, ChunkRecord, Span
from bookanalysis.services.facts import facts_of
from bookanalysis.services.standing import Standing


def record_of(book: Book, until_chunk: int | None = None) -> BookRecord:
    """Characters are called by their ids. With `until_chunk`, the book as it stood there."""
    return _whole(book) if until_chunk is None else record_at(book, Standing(book.id, until_chunk))


def record_at(book: Book, standing: Standing) -> BookRecord:
    return BookRecord(
        title=book.title,
        author=book.author,
        language=book.detected_language,
        reader=book.reader or "",
        chunks=_chunks(book.id, standing.until_chunk),
        characters=standing.characters(),
        facts=standing.facts(),
    )


def _whole(book: Book) -> BookRecord:
    return BookRecord(
        title=book.title,
        author=book.author,
        language=book.detected_language,
        reader=book.reader or "",
        chunks=_chunks(book.id),
        characters=_characters(book.id),
        facts=facts_of(book.id),
    )


def _chunks(book_id: UUID, until_chunk: int | None = None) -> list[ChunkRecord]:
    rows = db.session.execute(
        select(
            Chunk.chunk_number,
            Chunk.chapter_number,
            Chunk.chapter_title,
            Chunk.start_position,
            Chunk.end_position,
            Chunk.summary,
            Chunk.gap,
        ).where(Chunk.book_id == book_id, up_to(until_chunk))
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
