"""The facts of a book as the database has them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Row, Select, select

from bookanalysis.extensions import db
from bookanalysis.models import CharacterFact, Chunk
from bookanalysis.profile import Fact

FactRow = Row[*tuple[Any, ...]]


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


def fact_of(row: FactRow) -> Fact:
    """Characters are called by their ids."""
    number, start, end, who, kind, key, value, quote, other = row
    return Fact(number, start, end, str(who), kind, key, value, quote, str(other) if other else "")
