"""What the database itself refuses and removes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError

from bookanalysis.extensions import db
from bookanalysis.models import (
    Book,
    Character,
    CharacterFact,
    CharacterRelationship,
    Chunk,
    Job,
    ModelCall,
    StoredAnswer,
    User,
)
from bookanalysis.profile import FactKind, RelationshipType
from tests.rows import add, add_book, add_character, add_chunk, add_job, add_user

pytestmark = pytest.mark.usefixtures("context")


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_a_user_has_one_undeleted_copy_of_a_file():
    user = add_user()
    add_book(user, file_sha256="a" * 64, is_deleted=True)
    add_book(user, file_sha256="a" * 64)

    with pytest.raises(IntegrityError):
        add_book(user, file_sha256="a" * 64)


def test_two_users_may_have_the_same_file():
    add_book(add_user(), file_sha256="a" * 64)
    add_book(add_user("badr@example.org"), file_sha256="a" * 64)

    assert count(Book) == 2


def test_a_book_has_one_reading_at_a_time():
    user = add_user()
    book = add_book(user)
    add_job(user, book, status="completed")
    add_job(user, book, status="running")

    with pytest.raises(IntegrityError):
        add_job(user, book, status="pending")


def test_a_fact_written_twice_is_refused():
    book = add_book(add_user())
    chunk, ahmad = add_chunk(book), add_character(book)
    said = {"character_id": ahmad.id, "chunk_id": chunk.id, "kind": FactKind.NAME, "value": "أحمد"}
    add(CharacterFact(**said, start=4, end=8, quote="أحمد"))

    with pytest.raises(IntegrityError):
        add(CharacterFact(**said, start=4, end=8, quote="أحمد"))


def test_one_place_may_name_two_relatives():
    book = add_book(add_user())
    chunk, ahmad = add_chunk(book), add_character(book)
    for other in (add_character(book, "زيد"), add_character(book, "عمر")):
        add(
            CharacterFact(
                character_id=ahmad.id,
                chunk_id=chunk.id,
                kind=FactKind.RELATIONSHIP,
                key="family",
                value="أخوا أحمد",
                other_character_id=other.id,
                start=4,
                end=8,
                quote="أحمد",
            )
        )

    assert count(CharacterFact) == 2


def test_a_pair_is_kept_in_one_order():
    book = add_book(add_user())
    low, high = sorted((add_character(book).id, add_character(book, "فاطمة").id))
    link = {"book_id": book.id, "relationship_type": RelationshipType.FAMILY}
    add(CharacterRelationship(character_id_1=low, character_id_2=high, **link))

    with pytest.raises(IntegrityError):
        add(CharacterRelationship(character_id_1=high, character_id_2=low, **link))


def test_removing_an_account_removes_all_that_hangs_on_it():
    user = add_user()
    book = add_book(user)
    add_chunk(book), add_character(book), add_job(user, book)

    db.session.delete(user)
    db.session.commit()

    assert [count(model) for model in (User, Book, Chunk, Character, Job)] == [0, 0, 0, 0, 0]


def test_calls_go_with_their_job_and_answers_stay():
    user = add_user()
    job = add_job(user, add_book(user))
    add(
        ModelCall(
            job_id=job.id,
            model="m",
            question="describe",
            outcome="answered",
            input_tokens=5,
            output_tokens=1,
            seconds=0.5,
        )
    )
    add(StoredAnswer(digest="d" * 64, answer="{}"))

    db.session.delete(user)
    db.session.commit()

    assert [count(model) for model in (ModelCall, StoredAnswer)] == [0, 1]


def test_times_come_back_in_utc_whatever_their_zone():
    noon_in_dubai = datetime(2026, 1, 1, 12, tzinfo=timezone(timedelta(hours=4)))
    user = add_user(last_login=noon_in_dubai)
    db.session.expire_all()

    assert user.last_login == datetime(2026, 1, 1, 8, tzinfo=UTC)
    assert user.last_login.tzinfo is UTC


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(Exception, match="without its zone"):
        add_user(last_login=datetime(2026, 1, 1))  # noqa: DTZ001


def test_sqlite_writes_ahead_and_holds_foreign_keys():
    assert db.session.scalar(text("PRAGMA journal_mode")) == "wal"
    assert db.session.scalar(text("PRAGMA synchronous")) == 1
    assert db.session.scalar(text("PRAGMA foreign_keys")) == 1


def test_a_chunks_text_is_fetched_only_when_asked_for():
    chunk_id = add_chunk(add_book(add_user())).id
    db.session.expunge_all()

    chunk = db.session.get(Chunk, chunk_id)

    assert "chunk_text" not in chunk.__dict__
    assert chunk.chunk_text.startswith("جاء")


def test_search_keys_follow_the_names():
    book = add_book(add_user(), "الأيّام", author="طه حسين")
    ahmad = add_character(book, "أحْمد")

    book.title = "دعاء الكروان"

    assert ahmad.name_key == "احمد"
    assert book.search_key == "دعاء الكروان طه حسين"
