"""flask seed: the demo account and its books, as a user has them."""

import json

import pytest
from sqlalchemy import func, select

from bookanalysis.extensions import db
from bookanalysis.models import Book, BookStatus, Character, CharacterRelationship, Job, User
from bookanalysis.profile import RelationshipType
from bookanalysis.services.accounts import find_account
from bookanalysis.services.demo import DEMO_EMAIL

CAST = {
    "بيت التوتة": {"سلمى", "يوسف", "مريم", "مروان", "الشيخ إدريس", "نعمان", "القاضي راشد"},
    "قنديل المرفأ": {"أبو خليل", "خليل", "زينب", "الكابتن هاشم", "سرحان", "الدمنهوري", "الضابط عادل"},
    "خريف في حيّ النجّارين": {"المعلّم صبري", "كريم", "نجوى", "فؤاد", "حمزة", "المهندس وائل", "الحاج منصور"},
}


@pytest.fixture
def seed(app):
    return lambda *options: app.test_cli_runner().invoke(args=["seed", *options])


@pytest.fixture
def count(arrange):
    return lambda table: arrange(lambda: db.session.scalar(select(func.count()).select_from(table)))


def test_the_demo_account_gets_books_that_wait_for_the_workers(seed, count, enqueued, arrange, config):
    result = seed()

    assert result.exit_code == 0, result.output
    assert "3 added" in result.stdout
    assert [count(table) for table in (User, Book, Job)] == [1, 3, 3]
    assert len(enqueued) == 3
    login = json.loads(config.demo_login.read_text())
    assert config.demo_login.stat().st_mode & 0o777 == 0o600
    assert login["password"] in result.stdout
    assert arrange(find_account, DEMO_EMAIL, login["password"])


def test_twice_adds_nothing(seed, count):
    seed()

    result = seed()

    assert result.exit_code == 0, result.output
    assert "0 added" in result.stdout
    assert [count(table) for table in (User, Book, Job)] == [1, 3, 3]


def test_a_password_of_its_own_is_not_shown(seed, config):
    seed()
    config.demo_login.unlink()

    result = seed()

    assert result.exit_code == 0, result.output
    assert "its own password" in result.stdout


def test_read_here_and_now_the_novels_have_their_cast(seed, arrange):
    result = seed("--read")

    assert result.exit_code == 0, result.output
    assert result.stdout.count("completed") == 3
    assert arrange(cast) == CAST
    assert {"family", "romantic", "friend", "enemy", "mentor"} <= arrange(kinds_of_relationships)


def test_read_later_adds_nothing(seed, count, arrange):
    seed()

    seed("--read")
    found = count(Character)
    seed("--read")

    assert count(Character) == found > 0
    assert count(Job) == 3
    statuses = arrange(lambda: set(db.session.scalars(select(Book.processing_status))))
    assert statuses == {BookStatus.COMPLETED}


def test_a_full_library_is_refused_in_both_languages(seed, config_with):
    config_with(max_books_per_user=1)

    result = seed()

    assert result.exit_code == 2
    assert "TOO_MANY_BOOKS" in result.stderr
    assert "بلغت مكتبتك" in result.stderr


def cast():
    rows = db.session.execute(
        select(Book.title, Character.name).join(Character, Character.book_id == Book.id)
    )
    found = {}
    for title, name in rows:
        found.setdefault(title, set()).add(name)
    return found


def kinds_of_relationships():
    kinds = set(db.session.scalars(select(CharacterRelationship.relationship_type)))
    return {"mentor" if kind is RelationshipType.STUDENT else kind.value for kind in kinds}
