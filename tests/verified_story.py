"""A book as a reading leaves it, row by row: every claim of it holds."""

from io import BytesIO
from types import SimpleNamespace

from bookanalysis.extensions import db, storage
from bookanalysis.models import Character, CharacterFact, CharacterRelationship, ChunkCharacter
from bookanalysis.profile import FactKind, RelationshipType
from tests.rows import add, add_book, add_character, add_chunk

TEXT = "😀 جاء أَحْمَدُ النجّار أبو سعد الطويل، وهو شجاع. وسافر أحمد. ورأى أخته فاطمة."
GAP = "\n\n"
CLAIMS = {
    "name": 2,
    "alias": 1,
    "gender": 1,
    "occupation": 1,
    "physical": 1,
    "trait": 1,
    "event": 1,
    "relationship": 1,
    "mention": 4,
    "profile": 10,
    "link": 2,
}
"""In one part; further parts only repeat mentions and the text."""


def place_of(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "quote": words}


def verified_story(user, parts=1):
    book = add_book(user, txt_file="story.txt")
    storage().save("story.txt", BytesIO(GAP.join([TEXT] * parts).encode()))
    step = len(TEXT) + len(GAP)
    chunks = [add_chunk(book, number + 1, TEXT, start=number * step) for number in range(parts)]
    ahmad, fatima = add_character(book, "أحمد", gender="male"), add_character(book, "فاطمة")
    for chunk in chunks:
        _mention(chunk, ahmad, "أَحْمَدُ", "أبو سعد", "أحمد")
        _mention(chunk, fatima, "فاطمة")
    _tell(chunks[0], ahmad, fatima)
    link = _link(book, ahmad, fatima)
    _describe(ahmad, fatima)
    return SimpleNamespace(book=book, chunks=chunks, ahmad=ahmad, fatima=fatima, link=link)


def fact(kind: FactKind) -> CharacterFact:
    """The last fact of a kind, to be tampered with."""
    return db.session.query(CharacterFact).filter_by(kind=kind).order_by(CharacterFact.id.desc()).first()


def mention_of(character: Character) -> ChunkCharacter:
    return db.session.query(ChunkCharacter).filter_by(character_id=character.id).first()


def _mention(chunk, character, *forms):
    spans = [[place_of(form)["start"], place_of(form)["end"]] for form in forms]
    add(
        ChunkCharacter(
            chunk_id=chunk.id, character_id=character.id, mention_count=len(spans), position_info=spans
        )
    )


def _tell(chunk, ahmad, fatima):
    said = [
        (ahmad, FactKind.NAME, "", "أحمد", "أَحْمَدُ"),
        (ahmad, FactKind.ALIAS, "", "أبو سعد", "النجّار أبو سعد"),
        (ahmad, FactKind.GENDER, "", "male", "جاء"),
        (ahmad, FactKind.OCCUPATION, "", "نجار", "النجّار"),
        (ahmad, FactKind.PHYSICAL, "height", "طويل", "الطويل"),
        (ahmad, FactKind.TRAIT, "", "شجاع", "وهو شجاع"),
        (ahmad, FactKind.EVENT, "high", "سفر", "وسافر أحمد"),
        (fatima, FactKind.NAME, "", "فاطمة", "فاطمة"),
    ]
    for who, kind, key, value, words in said:
        add(
            CharacterFact(
                chunk_id=chunk.id, character_id=who.id, kind=kind, key=key, value=value, **place_of(words)
            )
        )
    add(
        CharacterFact(
            chunk_id=chunk.id,
            character_id=fatima.id,
            kind=FactKind.RELATIONSHIP,
            key="student",
            value="أخته",
            other_character_id=ahmad.id,
            **place_of("أخته فاطمة"),
        )
    )


def _link(book, ahmad, fatima):
    """Fatima is Ahmad's student; the row reads from the lower id to the higher."""
    first, second = sorted((ahmad, fatima), key=lambda character: character.id)
    kind = RelationshipType.STUDENT if first is fatima else RelationshipType.MENTOR
    return add(
        CharacterRelationship(
            book_id=book.id,
            character_id_1=first.id,
            character_id_2=second.id,
            relationship_type=kind,
            description="أخته",
        )
    )


def _describe(ahmad, fatima):
    ahmad.character_data = {
        "name": "أحمد",
        "aliases": ["أبو سعد"],
        "gender": "male",
        "age": None,
        "occupation": "نجار",
        "physical_characteristics": {"height": "طويل"},
        "personality": {"traits": ["شجاع"], "strengths": [], "weaknesses": []},
        "events": [{"event": "سفر", "chapter": 1, "importance": "high"}],
        "relationships": [{"character": "فاطمة", "type": "mentor", "description": "أخته"}],
    }
    fatima.character_data = {
        "name": "فاطمة",
        "aliases": [],
        "relationships": [{"character": "أحمد", "type": "student", "description": "أخته"}],
    }
    db.session.commit()
