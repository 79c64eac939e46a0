"""The owner of a book may ask how much of what is said of it holds."""

import pytest
from sqlalchemy import event

from bookanalysis.blueprints.books import MOST_FAILURES
from bookanalysis.extensions import db
from bookanalysis.profile import FactKind
from tests.verified_story import TEXT, fact, mention_of, verified_story
from tests.visitor import data_of, refused


@pytest.fixture
def story(amina, arrange):
    return arrange(verified_story, amina.user)


@pytest.fixture
def path(story):
    return f"/api/books/{story.book.id}/verification/"


def test_a_right_book_holds(amina, path):
    found = data_of(amina.get(path))

    assert found["claims"]["mention"] == {"total": 4, "hold": 4}
    assert found["total"] == found["hold"] == sum(kind["total"] for kind in found["claims"].values())
    assert found["failures"] == []


def test_what_does_not_hold_comes_with_its_place(amina, arrange, story, path):
    arrange(lambda: (setattr(fact(FactKind.ALIAS), "quote", "أبو زيد"), db.session.commit()))

    found = data_of(amina.get(path))

    start = TEXT.index("النجّار أبو سعد")
    assert found["total"] - found["hold"] == 2
    assert found["failures"][0] == {
        "kind": "alias",
        "value": "أبو سعد",
        "character_id": str(story.ahmad.id),
        "name": "أحمد",
        "chunk_number": 1,
        "start": start,
        "end": start + len("النجّار أبو سعد"),
        "why": "quote_differs",
    }
    assert found["failures"][1]["kind"] == "profile"
    assert found["failures"][1]["chunk_number"] is None


def test_only_the_first_failures_are_listed(amina, arrange, story, path):
    def tamper():
        mention_of(story.ahmad).position_info = [[0, 1]] * (MOST_FAILURES + 1)
        db.session.commit()

    arrange(tamper)

    found = data_of(amina.get(path))

    assert len(found["failures"]) == MOST_FAILURES
    assert found["total"] - found["hold"] == MOST_FAILURES + 1


def test_someone_elses_book_is_not_there(visitor, path):
    refused(visitor("badr@example.org").get(path), 404, "BOOK_NOT_FOUND")


def test_nobody_asks_without_logging_in(stranger, path):
    refused(stranger.get(path), 401, "NOT_LOGGED_IN")


@pytest.mark.parametrize("parts", [1, 9])
def test_it_costs_the_same_for_a_long_book(app, amina, arrange, parts):
    book = arrange(verified_story, amina.user, parts).book
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    amina.get(f"/api/books/{book.id}/verification/")

    assert len(asked) == 7, asked


def test_it_is_documented(stranger):
    document = stranger.get("/api/openapi.json").json

    answers = document["paths"]["/api/books/{book_id}/verification/"]["get"]["responses"]
    failure = document["components"]["schemas"]["Failure"]["properties"]
    assert {"200", "404"} <= answers.keys()
    assert "quote_differs" in failure["why"]["enum"]
