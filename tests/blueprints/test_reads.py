"""What may be read of a book, by whom, and at what cost."""

from types import SimpleNamespace
from uuid import uuid4

import pytest

from bookanalysis.extensions import db
from bookanalysis.models import CharacterFact, CharacterRelationship, ChunkCharacter
from bookanalysis.profile import FactKind, RelationshipType, Role
from tests.rows import add, add_book, add_character, add_chunk, add_job
from tests.visitor import data_of, refused


def story_of(user, parts=2):
    """أحمد and فاطمة are named in each part; the first part says that they are siblings."""
    book = add_book(user)
    chunks = [add_chunk(book, number) for number in range(1, parts + 1)]
    ahmad = add_character(book, "أحمد", role=Role.MAIN, mention_count=2 * parts)
    fatima = add_character(book, "فاطمة", mention_count=parts)
    for chunk in chunks:
        mention(chunk, ahmad, [[4, 8], [15, 19]])
        mention(chunk, fatima, [[20, 25]])
        tell(chunk, ahmad, kind=FactKind.NAME, value="أحمد", start=4, end=8, quote="أحمد")
    kinship = {
        "kind": FactKind.RELATIONSHIP,
        "key": "family",
        "value": "أخته",
        "other_character_id": fatima.id,
    }
    tell(chunks[0], ahmad, **kinship, start=15, end=25, quote="أحمد فاطمة")
    low, high = sorted((ahmad.id, fatima.id))
    add(
        CharacterRelationship(
            book_id=book.id,
            character_id_1=low,
            character_id_2=high,
            relationship_type=RelationshipType.FAMILY,
            description="أخته",
        )
    )
    job = add_job(user, book)
    return SimpleNamespace(book=book, chunks=chunks, ahmad=ahmad, fatima=fatima, job=job)


def mention(chunk, character, spans):
    counted = {"mention_count": len(spans), "position_info": spans}
    add(ChunkCharacter(chunk_id=chunk.id, character_id=character.id, **counted))


def tell(chunk, character, **said):
    add(CharacterFact(chunk_id=chunk.id, character_id=character.id, **said))


@pytest.fixture
def story(amina, arrange):
    return arrange(story_of, amina.user)


def paths(story):
    book = f"?book_id={story.book.id}"
    return {
        "book": f"/api/books/{story.book.id}/",
        "status": f"/api/books/{story.book.id}/status/",
        "chunks": f"/api/chunks/{book}",
        "chunk": f"/api/chunks/{story.chunks[0].id}/",
        "characters": f"/api/characters/{book}",
        "character": f"/api/characters/{story.ahmad.id}/",
        "relationships": f"/api/characters/relationships/{book}",
        "appearances": f"/api/characters/appearances/{book}",
        "job": f"/api/jobs/{story.job.id}/",
    }


EVERY_PATH = [
    "book",
    "status",
    "chunks",
    "chunk",
    "characters",
    "character",
    "relationships",
    "appearances",
    "job",
]
NOT_FOUND = {"chunk": "CHUNK_NOT_FOUND", "character": "CHARACTER_NOT_FOUND", "job": "JOB_NOT_FOUND"}


@pytest.mark.parametrize("name", EVERY_PATH)
def test_the_owner_reads_it_with_and_without_the_last_slash(amina, story, name):
    path = paths(story)[name]

    assert amina.get(path).status_code == 200
    assert amina.get(path.removesuffix("/").replace("/?", "?")).status_code == 200


@pytest.mark.parametrize("name", EVERY_PATH)
def test_someone_elses_is_not_there(visitor, story, name):
    badr = visitor("badr@example.org")

    refused(badr.get(paths(story)[name]), 404, NOT_FOUND.get(name, "BOOK_NOT_FOUND"))


@pytest.mark.parametrize("name", EVERY_PATH)
def test_nobody_reads_without_logging_in(stranger, story, name):
    refused(stranger.get(paths(story)[name]), 401, "NOT_LOGGED_IN")


@pytest.mark.parametrize("name", [name for name in EVERY_PATH if name != "job"])
def test_a_deleted_book_is_not_there_nor_what_is_in_it(amina, story, arrange, name):
    arrange(lambda: (setattr(db.session.merge(story.book), "is_deleted", True), db.session.commit()))

    refused(amina.get(paths(story)[name]), 404, NOT_FOUND.get(name, "BOOK_NOT_FOUND"))


@pytest.mark.parametrize("path", ["/api/chunks/", "/api/characters/", "/api/characters/relationships/"])
def test_what_hangs_on_a_book_wants_its_id(amina, path):
    assert "book_id" in refused(amina.get(path), 422, "VALIDATION_ERROR")
    assert "book_id" in refused(amina.get(f"{path}?book_id=x"), 422, "VALIDATION_ERROR")
    refused(amina.get(f"{path}?book_id={uuid4()}"), 404, "BOOK_NOT_FOUND")


def test_jobs_are_the_users_own(amina, visitor, story):
    assert [job["job_id"] for job in data_of(amina.get("/api/jobs/"))] == [str(story.job.id)]
    assert data_of(amina.get("/api/jobs/?status=failed")) == []
    assert data_of(amina.get("/api/jobs/?type=email")) == []
    assert data_of(visitor("badr@example.org").get("/api/jobs/")) == []


def test_chunks_come_in_the_order_of_the_book_without_their_text(amina, story):
    chunks = data_of(amina.get(paths(story)["chunks"]))

    assert [chunk["chunk_number"] for chunk in chunks] == [1, 2]
    assert "chunk_text" not in chunks[0]


def test_a_chunk_shows_its_text_and_where_it_names_whom(amina, story):
    chunk = data_of(amina.get(paths(story)["chunk"]))

    named = {
        mention["name"]: [chunk["chunk_text"][start:end] for start, end in mention["spans"]]
        for mention in chunk["mentions"]
    }
    assert named == {"أحمد": ["أحمد", "أحمد"], "فاطمة": ["فاطمة"]}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["أحمد", "فاطمة"]),
        ("&ordering=mention_count", ["فاطمة", "أحمد"]),
        ("&ordering=-name", ["فاطمة", "أحمد"]),
        ("&role=main", ["أحمد"]),
        ("&q=فاطمه", ["فاطمة"]),
        ("&page_size=1&page=2", ["فاطمة"]),
    ],
)
def test_characters_are_searched_and_ordered(amina, story, query, found):
    characters = data_of(amina.get(paths(story)["characters"] + query))

    assert [character["name"] for character in characters] == found


def test_a_character_shows_the_words_for_each_claim_and_its_mentions(amina, story):
    character = data_of(amina.get(paths(story)["character"]))

    said = [(fact["kind"], fact["chunk_number"], fact["quote"]) for fact in character["evidence"]]
    assert said == [("name", 1, "أحمد"), ("name", 2, "أحمد"), ("relationship", 1, "أحمد فاطمة")]
    assert [(each["chunk_number"], each["mention_count"]) for each in character["mentions"]] == [
        (1, 2),
        (2, 2),
    ]


def test_a_claim_told_of_another_is_evidence_for_both(amina, story):
    fatima = data_of(amina.get(f"/api/characters/{story.fatima.id}/"))

    assert [fact["other_character_id"] for fact in fatima["evidence"]] == [str(story.fatima.id)]


def test_a_relationship_comes_with_its_evidence(amina, story):
    (link,) = data_of(amina.get(paths(story)["relationships"]))

    assert {link["name_1"], link["name_2"]} == {"أحمد", "فاطمة"}
    assert link["relationship_type"] == "family"
    assert [fact["quote"] for fact in link["evidence"]] == ["أحمد فاطمة"]


def test_appearances_count_each_character_in_each_part(amina, story):
    counts = data_of(amina.get(paths(story)["appearances"]))

    assert [(each["chunk_number"], each["mention_count"]) for each in counts] == [
        (1, 2),
        (1, 1),
        (2, 2),
        (2, 1),
    ]


COSTS = {
    "book": 2,
    "status": 3,
    "chunks": 3,
    "chunk": 3,
    "characters": 3,
    "character": 4,
    "relationships": 4,
    "appearances": 3,
    "job": 2,
}
"""Queries: one for who asks, one for what it belongs to, one for itself; however long the book."""


@pytest.mark.parametrize("name", EVERY_PATH)
def test_a_read_costs_the_same_for_a_long_book(amina, arrange, queries, name):
    path = paths(arrange(story_of, amina.user, parts=7))[name]
    queries.clear()

    assert amina.get(path).status_code == 200

    assert len(queries) == COSTS[name], queries


@pytest.mark.parametrize(
    ("path", "cost"), [("books/", 2), ("jobs/", 2), ("books/?page_size=2", 3), ("jobs/?page_size=2", 3)]
)
def test_a_list_counts_only_what_it_does_not_see(amina, arrange, queries, path, cost):
    arrange(lambda: [story_of(amina.user, parts=1) for _ in range(3)])
    queries.clear()

    answer = amina.get(f"/api/{path}")

    assert answer.json["pagination"]["total"] == 3
    assert len(queries) == cost, queries
