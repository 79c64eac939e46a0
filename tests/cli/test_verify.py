"""flask verify tells what holds, by its exit status and its words."""

import pytest

from bookanalysis.extensions import db
from bookanalysis.profile import FactKind
from tests.rows import add_user
from tests.verified_story import fact, verified_story


@pytest.fixture
def book_id(arrange):
    return str(arrange(lambda: verified_story(add_user()).book.id))


@pytest.fixture
def verify(app):
    return lambda *arguments: app.test_cli_runner().invoke(args=["verify", *arguments])


def test_a_right_book_holds(verify, book_id):
    result = verify(book_id)

    assert result.exit_code == 0, result.output
    assert "Every claim holds" in result.stdout
    assert "relationship" in result.stdout


def test_what_does_not_hold_is_shown(verify, book_id, arrange):
    arrange(lambda: (setattr(fact(FactKind.ALIAS), "value", "أبو زيد"), db.session.commit()))

    result = verify(book_id)

    assert result.exit_code == 1
    assert "أبو زيد" in result.stdout
    assert "أحمد" in result.stdout
    assert "Every claim holds" not in result.stdout


@pytest.mark.parametrize("book_id", ["00000000-0000-4000-8000-000000000000", "no-id"])
def test_a_book_that_is_not_there_is_refused_in_both_languages(verify, book_id):
    result = verify(book_id)

    assert result.exit_code == 2
    assert "BOOK_NOT_FOUND" in result.stderr
    assert "You have no such book" in result.stderr
    assert "ليس لديك كتاب كهذا" in result.stderr


def test_a_deleted_book_is_not_there(verify, arrange):
    def deleted():
        book = verified_story(add_user()).book
        book.is_deleted = True
        db.session.commit()
        return str(book.id)

    assert verify(arrange(deleted)).exit_code == 2


def test_a_call_without_a_book_is_an_error(verify):
    assert verify().exit_code == 1
