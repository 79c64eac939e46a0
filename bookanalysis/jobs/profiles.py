"""A book's characters and relationships as rows, folded anew from its facts and mentions."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID, uuid5

from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.fold import FoldedCharacter, fold_book
from bookanalysis.models import Book, Character, CharacterFact, CharacterRelationship
from bookanalysis.models.character import MOST_LETTERS_OF_A_NAME
from bookanalysis.profile import Fact, Relationship
from bookanalysis.services.records import record_of


def character_id(book_id: UUID, key: str) -> UUID:
    """The same for the same book and key, so that writing twice is writing once."""
    return uuid5(book_id, key)


def fact_row(fact: Fact, chunk_id: UUID, id_of: Callable[[str], UUID]) -> CharacterFact:
    return CharacterFact(
        character_id=id_of(fact.character),
        chunk_id=chunk_id,
        kind=fact.kind,
        key=fact.key,
        value=fact.value,
        other_character_id=id_of(fact.other) if fact.other else None,
        start=fact.start,
        end=fact.end,
        quote=fact.quote,
    )


def refresh_profiles(book_id: UUID) -> None:
    """Write what follows from the facts of the book; rows that are right already stay as they are."""
    db.session.flush()
    book = fold_book(record_of(db.session.get_one(Book, book_id)))
    rows = {str(row.id): row for row in db.session.scalars(select(Character).filter_by(book_id=book_id))}
    characters = {rank: rows[folded.record.key] for rank, folded in book.characters.items()}
    for rank, character in characters.items():
        _describe(character, book.characters[rank])
    _write_relationships(book_id, characters, book.relationships)


def _describe(character: Character, folded: FoldedCharacter) -> None:
    character.name = folded.name[:MOST_LETTERS_OF_A_NAME]
    character.gender = folded.profile["gender"]
    character.role = folded.role
    character.mention_count = folded.record.num_of_mentions
    character.character_data = dict(folded.profile)


def _write_relationships(
    book_id: UUID, characters: Mapping[str, Character], relationships: Sequence[Relationship]
) -> None:
    """One row a pair, the lower id first, the type read from the first to the second."""
    rows = {
        (row.character_id_1, row.character_id_2): row
        for row in db.session.scalars(select(CharacterRelationship).filter_by(book_id=book_id))
    }
    for link in relationships:
        first, second, kind = characters[link.a].id, characters[link.b].id, link.type
        if second < first:
            first, second, kind = second, first, kind.inverse
        row = rows.pop((first, second), None)
        if row is None:
            row = CharacterRelationship(book_id=book_id, character_id_1=first, character_id_2=second)
            db.session.add(row)
        row.relationship_type, row.description = kind, link.description
    for row in rows.values():
        db.session.delete(row)
