"""What a part of a book tells at a place, and what a place is and costs."""

import pytest
from sqlalchemy import event

from bookanalysis.extensions import db
from tests.told_later import LAST
from tests.visitor import data_of, refused


def named_in(amina, chunk_id, query=""):
    chunk = data_of(amina.get(f"/api/chunks/{chunk_id}/{query}"))
    return {
        mention["name"]: [chunk["chunk_text"][start:end] for start, end in mention["spans"]]
        for mention in chunk["mentions"]
    }


def test_a_part_names_its_people_as_they_were_known(amina, chunk_ids):
    third = chunk_ids[2]

    assert named_in(amina, third, "?until_chunk=3") == {
        "سلمى": ["سلمى"],
        "زياد": ["زياد"],
        "منصور": ["منصور"],
    }
    assert named_in(amina, third, "?until_chunk=4") == {"سلمى": ["سلمى"], "منصور": ["زياد", "منصور"]}
    assert named_in(amina, third, f"?until_chunk={LAST}") == named_in(amina, third)


def test_a_part_behind_the_place_is_not_there_yet(amina, chunk_ids):
    refused(amina.get(f"/api/chunks/{chunk_ids[3]}/?until_chunk=3"), 404, "CHUNK_NOT_FOUND")


@pytest.fixture
def paths(book_id, chunk_ids, look):
    return {
        "characters": f"/api/characters/?book_id={book_id}",
        "character": f"/api/characters/{look()[0]['character_id']}/?",
        "relationships": f"/api/characters/relationships/?book_id={book_id}",
        "appearances": f"/api/characters/appearances/?book_id={book_id}",
        "chunk": f"/api/chunks/{chunk_ids[0]}/?",
    }


COSTS = {"characters": 7, "character": 8, "relationships": 7, "appearances": 5, "chunk": 5}
"""Queries: who asks, the book, its joins, parts, mentions and facts, and what no fold tells; however far."""


@pytest.mark.parametrize("name", COSTS)
@pytest.mark.parametrize("until_chunk", [1, 4, LAST])
def test_a_place_costs_the_same_wherever_it_is(app, amina, paths, name, until_chunk):
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    assert amina.get(f"{paths[name]}&until_chunk={until_chunk}").status_code == 200

    assert len(asked) == COSTS[name], asked


GROWS = ("character_fact.quote", "chunk_character.position_info", "character_join.facts")
"""Columns that are only asked for with all that a book says."""


@pytest.mark.parametrize("name", COSTS)
def test_what_grows_with_the_book_is_fetched_beside_the_event_loop(app, amina, paths, name):
    fetched, beside = [], []

    def off_loop(function, *args):
        beside.append(function)
        try:
            return function(*args)
        finally:
            beside.pop()

    app.extensions["off_loop"] = off_loop
    with app.app_context():
        event.listen(
            db.engine, "before_cursor_execute", lambda *args: fetched.append((args[2], bool(beside)))
        )

    assert amina.get(f"{paths[name]}&until_chunk={LAST}").status_code == 200

    large = [(asked, apart) for asked, apart in fetched if any(column in asked for column in GROWS)]
    assert len(large) >= 2
    assert all(apart for _, apart in large), large


@pytest.mark.parametrize("name", COSTS)
@pytest.mark.parametrize("until_chunk", ["0", "-1", "x", "1.5", "", "null"])
def test_a_place_is_a_number_from_1_on(amina, paths, name, until_chunk):
    assert "until_chunk" in refused(
        amina.get(f"{paths[name]}&until_chunk={until_chunk}"), 422, "VALIDATION_ERROR"
    )
