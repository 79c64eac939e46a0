"""A book's characters as they stood at a chunk, told as their rows tell them at its end."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from operator import attrgetter
from uuid import UUID

from flask_jwt_extended import current_user
from sqlalchemy import select, union_all

from bookanalysis.arabic import fold
from bookanalysis.errors import CharacterNotFound
from bookanalysis.extensions import db, off_loop
from bookanalysis.fold import FoldedBook, FoldedCharacter, fold_book
from bookanalysis.models import Book, Character, CharacterJoin, Chunk
from bookanalysis.models.character import MOST_LETTERS_OF_A_NAME, CharacterOrder
from bookanalysis.models.chunk import HIGHEST_NUMBER, up_to
from bookanalysis.profile import Fact, Role
from bookanalysis.record import CharacterRecord
from bookanalysis.services.records import record_at
from bookanalysis.services.shown import (
    Appearance,
    ChunkPlace,
    Link,
    ShownCharacter,
    ShownFact,
    ShownMentions,
)
from bookanalysis.services.standing import Standing

Times = tuple[datetime, datetime]
"""When a character's row was made and last changed."""
Places = Mapping[int, ChunkPlace]


def characters_at(
    book: Book,
    until_chunk: int,
    role: Role | None = None,
    q: str = "",
    ordering: CharacterOrder = CharacterOrder.MOST_MENTIONED,
) -> list[ShownCharacter]:
    """Searched and ordered as `find_characters` does it."""
    folded, times = _folded(book, Standing(book.id, until_chunk)), _times(book.id)
    found = [
        character
        for character in off_loop(_all_shown, book.id, folded, times)
        if role in (None, character.role) and fold(q) in fold(character.name)
    ]
    found.sort(key=attrgetter("id"))
    found.sort(key=attrgetter(ordering.removeprefix("-")), reverse=ordering.startswith("-"))
    return found


def character_at(character_id: UUID, until_chunk: int) -> ShownCharacter:
    """With its evidence and mentions. Who is one with another by then is shown as the one that is kept."""
    book = _book_of(character_id)
    places, standing = _places(book.id, until_chunk), Standing(book.id, until_chunk)
    folded, times = _folded(book, standing), _times(book.id)
    key = standing.whose(str(character_id))
    rank = next((rank for rank, each in folded.characters.items() if each.record.key == key), None)
    if rank is None or key not in times:
        raise CharacterNotFound
    return off_loop(_with_evidence, book.id, folded, rank, times[key], places)


def kept_as(character_id: UUID) -> UUID:
    """Who a character that was dropped turned out to be. Raises `CharacterNotFound`."""
    return UUID(Standing(_book_of(character_id).id, HIGHEST_NUMBER).whose(str(character_id)))


def relationships_at(book: Book, until_chunk: int) -> list[Link]:
    places = _places(book.id, until_chunk)
    return off_loop(_links, _folded(book, Standing(book.id, until_chunk)), places)


def appearances_at(book: Book, until_chunk: int) -> list[Appearance]:
    """In reading order."""
    places = _places(book.id, until_chunk)
    return off_loop(_appearances, Standing(book.id, until_chunk).characters(), places)


def _folded(book: Book, standing: Standing) -> FoldedBook:
    return off_loop(fold_book, record_at(book, standing))


def _book_of(character_id: UUID) -> Book:
    """The user's book that has or had this character. Raises `CharacterNotFound`."""
    books = union_all(
        select(Character.book_id).where(Character.id == character_id),
        select(Chunk.book_id).join(CharacterJoin).where(CharacterJoin.dropped_id == character_id),
    )
    book = db.session.scalar(Book.owned_by(current_user.id).where(Book.id.in_(books)))
    if book is None:
        raise CharacterNotFound
    return book


def _times(book_id: UUID) -> Mapping[str, Times]:
    """By the character's key. Whoever is missing has gone while we looked: the book is read anew."""
    rows = union_all(
        select(Character.id, Character.created_at, Character.updated_at).where(Character.book_id == book_id),
        select(CharacterJoin.dropped_id, CharacterJoin.created_at, CharacterJoin.updated_at)
        .join(Chunk)
        .where(Chunk.book_id == book_id),
    )
    return {str(key): (created_at, updated_at) for key, created_at, updated_at in db.session.execute(rows)}


def _places(book_id: UUID, until_chunk: int) -> Places:
    """To be asked first: what is said of a chunk goes with it, and a book may be read anew meanwhile."""
    rows = db.session.execute(
        select(Chunk.id, Chunk.chunk_number, Chunk.chapter_number).where(
            Chunk.book_id == book_id, up_to(until_chunk)
        )
    )
    return {number: ChunkPlace(str(chunk_id), number, chapter) for chunk_id, number, chapter in rows}


def _with_evidence(
    book_id: UUID, folded: FoldedBook, rank: str, times: Times, places: Places
) -> ShownCharacter:
    character, ids = folded.characters[rank], _ids(folded)
    return replace(
        _shown(book_id, character, times),
        evidence=[
            _evidence(fact, ids, places) for fact in folded.facts if rank in (fact.character, fact.other)
        ],
        mentions=[
            ShownMentions(places[number], len(spans), sorted(spans))
            for number, spans in sorted(character.record.mentions.items())
        ],
    )


def _all_shown(book_id: UUID, folded: FoldedBook, times: Mapping[str, Times]) -> list[ShownCharacter]:
    return [
        _shown(book_id, character, times[character.record.key])
        for character in folded.characters.values()
        if character.record.key in times
    ]


def _shown(book_id: UUID, character: FoldedCharacter, times: Times) -> ShownCharacter:
    created_at, updated_at = times
    return ShownCharacter(
        id=character.record.key,
        book_id=book_id,
        name=character.name[:MOST_LETTERS_OF_A_NAME],
        role=character.role,
        gender=character.profile["gender"],
        mention_count=character.record.num_of_mentions,
        confidence=character.record.confidence,
        character_data=character.profile,
        created_at=created_at,
        updated_at=updated_at,
    )


def _ids(folded: FoldedBook) -> Mapping[str, str]:
    return {rank: character.record.key for rank, character in folded.characters.items()}


def _evidence(fact: Fact, ids: Mapping[str, str], places: Places) -> ShownFact:
    return ShownFact(
        kind=fact.kind,
        key=fact.key,
        value=fact.value,
        character_id=ids[fact.character],
        other_character_id=ids.get(fact.other),
        chunk_id=places[fact.chunk].id,
        chunk_number=fact.chunk,
        start=fact.start,
        end=fact.end,
        quote=fact.quote,
    )


def _links(folded: FoldedBook, places: Places) -> list[Link]:
    """The lower id first, the type read from the first to the second."""
    ids = _ids(folded)
    links = []
    for link in folded.relationships:
        first, second, kind = link.a, link.b, link.type
        if ids[second] < ids[first]:
            first, second, kind = second, first, kind.inverse
        links.append(
            Link(
                ids[first],
                ids[second],
                folded.characters[first].name,
                folded.characters[second].name,
                kind,
                link.description,
                [_evidence(fact, ids, places) for fact in link.evidence],
            )
        )
    return links


def _appearances(characters: Sequence[CharacterRecord], places: Places) -> list[Appearance]:
    seen = sorted(
        (number, min(spans), each.key, len(spans))
        for each in characters
        for number, spans in each.mentions.items()
    )
    return [Appearance(places[number].id, number, key, count) for number, _, key, count in seen]
