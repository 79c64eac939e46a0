"""Check every claim of a book against its text, chunk by chunk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select

from bookanalysis.extensions import db, off_loop
from bookanalysis.models import Book, Character, CharacterFact, CharacterRelationship, Chunk, ChunkCharacter
from bookanalysis.services.cleaned_text import open_cleaned_text
from bookanalysis.services.facts import fact_of, facts_by_chunk
from bookanalysis.verification import (
    BookVerification,
    ChunkClaims,
    Report,
    ShownCharacter,
    ShownRelationship,
)

ROWS_AT_A_TIME = 200
CHUNKS_AT_A_TIME = 5
"""Their texts are what is large."""

Rows = Select[*tuple[Any, ...]]


def verify_book(book: Book, most_failures: int | None = None) -> Report:
    """Look up every claim anew, in five queries. At most `most_failures` are listed, all are counted."""
    verification = BookVerification(_characters(book.id), _relationships(book.id), most_failures)
    with open_cleaned_text(book) as cleaned:
        facts, mentions = _RowsOfChunks(_facts(book.id)), _RowsOfChunks(_mentions(book.id))
        for chunk in _stream(_chunks(book.id), CHUNKS_AT_A_TIME):
            claims = ChunkClaims(
                number=chunk.chunk_number,
                start=chunk.start_position,
                end=chunk.end_position,
                text=chunk.chunk_text,
                facts=[fact_of(row) for row in facts.of(chunk.chunk_number)],
                mentions=_spans_by_character(mentions.of(chunk.chunk_number)),
            )
            text = off_loop(cleaned.stretch, chunk.start_position, chunk.end_position)
            off_loop(verification.check_chunk, claims, text)
    return verification.report()


class _RowsOfChunks:
    """Hands out a stream of rows in the order of their chunks, one chunk's at a time."""

    def __init__(self, rows: Rows) -> None:
        self._groups = groupby(_stream(rows), key=lambda row: row.chunk_number)
        self._next = next(self._groups, None)

    def of(self, number: int) -> list[Row[*tuple[Any, ...]]]:
        if self._next is None or self._next[0] != number:
            return []
        rows = list(self._next[1])
        self._next = next(self._groups, None)
        return rows


def _stream(rows: Rows, at_a_time: int = ROWS_AT_A_TIME) -> Iterator[Row[*tuple[Any, ...]]]:
    yield from db.session.execute(rows, execution_options={"yield_per": at_a_time})


def _chunks(book_id: UUID) -> Rows:
    return (
        select(Chunk.chunk_number, Chunk.start_position, Chunk.end_position, Chunk.chunk_text)
        .filter_by(book_id=book_id)
        .order_by(Chunk.chunk_number)
    )


def _facts(book_id: UUID) -> Rows:
    return facts_by_chunk(book_id).order_by(Chunk.chunk_number, CharacterFact.id)


def _mentions(book_id: UUID) -> Rows:
    return (
        select(Chunk.chunk_number, ChunkCharacter.character_id, ChunkCharacter.position_info)
        .join(Chunk, Chunk.id == ChunkCharacter.chunk_id)
        .where(Chunk.book_id == book_id)
        .order_by(Chunk.chunk_number, ChunkCharacter.id)
    )


def _characters(book_id: UUID) -> Iterator[ShownCharacter]:
    rows = (
        select(Character.id, Character.name, Character.gender, Character.character_data)
        .filter_by(book_id=book_id)
        .order_by(Character.id)
    )
    for key, name, gender, profile in _stream(rows):
        yield ShownCharacter(str(key), name, gender, profile)


def _relationships(book_id: UUID) -> Iterator[ShownRelationship]:
    rows = (
        select(
            CharacterRelationship.character_id_1,
            CharacterRelationship.character_id_2,
            CharacterRelationship.relationship_type,
            CharacterRelationship.description,
        )
        .filter_by(book_id=book_id)
        .order_by(CharacterRelationship.id)
    )
    for first, second, kind, description in _stream(rows):
        yield ShownRelationship(str(first), str(second), kind, description)


def _spans_by_character(rows: Iterable[Row[*tuple[Any, ...]]]) -> Mapping[str, list[tuple[int, int]]]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        spans[str(row.character_id)] += [(start, end) for start, end in row.position_info]
    return spans
