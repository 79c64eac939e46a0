"""Every claim of a book is looked up in its text; what was tampered with is found."""

import tracemalloc
from io import BytesIO

import pytest
from sqlalchemy import event

from bookanalysis.extensions import db, storage
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book
from bookanalysis.profile import FactKind, RelationshipType
from bookanalysis.services.verification import verify_book
from tests.jobs.conftest import job, scripted  # noqa: F401  a book that was read by a job
from tests.rows import add_book, add_character, add_chunk, add_user
from tests.verified_story import CLAIMS, TEXT, fact, mention_of, verified_story


@pytest.fixture
def story(context):
    return verified_story(add_user())


def tampered(row, **columns):
    for name, value in columns.items():
        setattr(row, name, value)
    db.session.commit()


def failures(story):
    return {(failure.claim.kind, failure.why) for failure in verify_book(story.book).failures}


def profile_with(story, **values):
    tampered(story.ahmad, character_data=story.ahmad.character_data | values)


def test_all_that_a_right_book_says_holds(story):
    report = verify_book(story.book)

    assert report.failures == ()
    assert report.counts == {kind: {"total": n, "hold": n} for kind, n in (CLAIMS | {"chunk": 1}).items()}
    assert report.total == report.hold == sum(CLAIMS.values()) + 1


def test_all_that_a_job_writes_holds(job):  # noqa: F811
    process_book(str(job.id))

    report = verify_book(db.session.get(Book, job.book_id))

    assert report.failures == ()
    assert {"name", "mention", "profile", "chunk", "link"} <= report.counts.keys()


def test_a_book_that_was_not_read_claims_nothing(context):
    assert verify_book(add_book(add_user())).total == 0


def test_a_quote_that_is_not_the_text_is_found_with_what_hangs_on_it(story):
    tampered(fact(FactKind.TRAIT), quote="وهو جبان")

    assert failures(story) == {("trait", "quote_differs"), ("profile", "no_fact_says_so")}


def test_a_failure_says_whose_it_is_and_where(story):
    tampered(fact(FactKind.ALIAS), value="أبو زيد")

    alias, profile = verify_book(story.book).failures

    assert (alias.claim.character, alias.name, alias.why) == (
        str(story.ahmad.id),
        "أحمد",
        "name_not_in_quote",
    )
    assert (alias.claim.chunk, TEXT[alias.claim.start : alias.claim.end]) == (1, "النجّار أبو سعد")
    assert (profile.claim.value, profile.claim.chunk) == ("alias: أبو سعد", None)


@pytest.mark.parametrize("shift", [-1, 1])
def test_a_fact_that_was_moved_is_found(story, shift):
    moved = fact(FactKind.EVENT)

    tampered(moved, start=moved.start + shift, end=moved.end + shift)

    assert ("event", "quote_differs") in failures(story)


@pytest.mark.parametrize("span", [(-1, 4), (4, 4), (8, 4), (len(TEXT) - 2, len(TEXT) + 1)])
def test_a_place_outside_of_the_chunk_is_found(story, span):
    tampered(mention_of(story.fatima), position_info=[list(span)])

    assert failures(story) == {("mention", "outside_chunk")}


def test_a_mention_that_is_no_name_of_the_character_is_found(story):
    tampered(mention_of(story.fatima), position_info=mention_of(story.ahmad).position_info)

    assert failures(story) == {("mention", "not_a_name_of_the_character")}


def test_a_relationship_with_oneself_is_found(story):
    tampered(fact(FactKind.RELATIONSHIP), other_character_id=story.fatima.id)

    assert ("relationship", "not_two_characters") in failures(story)


def test_a_relationship_with_somebody_of_another_book_is_found(story):
    stranger = add_character(add_book(add_user("b@example.org")))

    tampered(fact(FactKind.RELATIONSHIP), other_character_id=stranger.id)

    assert failures(story) == {("relationship", "not_two_characters"), ("link", "no_fact_says_so")}


def test_a_relationship_of_no_known_type_is_found(story):
    tampered(fact(FactKind.RELATIONSHIP), key="neighbour")

    assert ("relationship", "unknown_type") in failures(story)


def test_a_type_that_no_fact_says_is_found(story):
    tampered(story.link, relationship_type=RelationshipType.ENEMY)

    assert failures(story) == {("link", "no_fact_says_so"), ("profile", "no_fact_says_so")}


def test_a_type_that_is_read_the_wrong_way_round_is_found(story):
    tampered(story.link, relationship_type=story.link.relationship_type.inverse)

    assert ("link", "no_fact_says_so") in failures(story)


@pytest.mark.parametrize(
    "values",
    [
        {"name": "زيد"},
        {"aliases": ["أبو سعد", "أبو زيد"]},
        {"gender": "female"},
        {"age": "عشرون"},
        {"occupation": "حداد"},
        {"physical_characteristics": {"height": "قصير"}},
        {"physical_characteristics": {"hair": "طويل"}},
        {"personality": {"traits": ["جبان"]}},
        {"personality": {"strengths": ["شجاع"]}},
        {"personality": {"weaknesses": ["شجاع"]}},
        {"events": [{"event": "سفر", "chapter": 1, "importance": "low"}]},
        {"events": [{"event": "موت", "chapter": 1, "importance": "high"}]},
        {"relationships": [{"character": "فاطمة", "type": "enemy", "description": "أخته"}]},
        {"relationships": [{"character": "زينب", "type": "mentor", "description": "أخته"}]},
        {"relationships": [{"character": "فاطمة", "type": "mentor", "description": "عدوه"}]},
    ],
)
def test_a_value_of_a_profile_that_no_fact_says_is_found(story, values):
    profile_with(story, **values)

    found = verify_book(story.book).failures

    assert [(failure.claim.kind, failure.why) for failure in found] == [("profile", "no_fact_says_so")]


def test_a_name_or_gender_in_the_list_that_no_fact_says_is_found(story):
    tampered(story.fatima, name="زينب", gender="female")

    values = [failure.claim.value for failure in verify_book(story.book).failures]

    assert values == ["relationship: mentor: فاطمة", "name: زينب", "gender: female"]


def test_a_chunk_that_is_not_the_cleaned_text_is_found(story):
    storage().save("story.txt", BytesIO(TEXT.replace("جاء", "ذهب").encode()))

    assert failures(story) == {("chunk", "text_differs")}


def test_a_chunk_at_another_place_is_found(story):
    tampered(story.chunks[0], start_position=1)

    assert failures(story) == {("chunk", "text_differs")}


@pytest.mark.parametrize("file", [None, "no-such-file.txt"])
def test_a_book_without_its_cleaned_text_is_found(story, file):
    tampered(story.book, txt_file=file)

    assert failures(story) == {("chunk", "no_cleaned_text")}


def test_all_failures_are_counted_though_few_are_listed(story):
    tampered(mention_of(story.ahmad), position_info=[[0, 1]] * 5)

    report = verify_book(story.book, most_failures=2)

    assert len(report.failures) == 2
    assert report.total - report.hold == 5


@pytest.mark.parametrize("parts", [1, 9])
def test_a_long_book_costs_as_many_queries_as_a_short_one(context, parts):
    story = verified_story(add_user(), parts)
    asked = []
    event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    report = verify_book(story.book)

    assert report.counts["mention"] == {"total": 4 * parts, "hold": 4 * parts}
    assert report.counts["chunk"] == {"total": parts, "hold": parts}
    assert len(asked) == 5, asked


def test_a_longer_book_takes_no_more_memory(context):
    owner = add_user()

    peaks = [peak_of_verifying(long_book(owner, parts)) for parts in (15, 15, 60)]

    assert peaks[2] < 1.2 * peaks[1], "four times the text"


def long_book(owner, parts):
    text = "كلام " * 20_000
    book = add_book(owner, txt_file=f"{parts}.txt")
    storage().save(f"{parts}.txt", BytesIO((text * parts).encode()))
    for number in range(parts):
        add_chunk(book, number + 1, text, start=number * len(text))
    db.session.expunge_all()
    return db.session.merge(book)


def peak_of_verifying(book):
    tracemalloc.start()
    assert verify_book(book).failures == ()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
