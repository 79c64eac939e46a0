"""A book in the library: changed, deleted, restored."""

from datetime import timedelta

import pytest

from bookanalysis.config import MEGABYTE
from bookanalysis.extensions import db
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book, BookStatus, Job, JobStatus, utc_now
from bookanalysis.services import jobs as jobs_service
from tests.rows import add_book, add_job
from tests.visitor import data_of, refused

A_DIGEST = "d" * 64
LONG_AGO = timedelta(days=8)


@pytest.fixture
def book(amina, arrange):
    return arrange(add_book, amina.user, "الأيام", author="طه", description="سيرة", file_sha256=A_DIGEST)


@pytest.fixture
def deleted(book, arrange):
    """The book, deleted yesterday."""
    arrange(delete, book, utc_now() - timedelta(days=1))
    return book


def delete(book, at):
    row = db.session.get_one(Book, book.id)
    row.delete()
    row.deleted_at = at
    db.session.commit()


def path_of(book, verb=""):
    return f"/api/books/{book.id}/{verb}"


def titles(answer):
    return [book["title"] for book in data_of(answer)]


def test_only_what_is_given_changes(amina, book):
    changed = data_of(amina.put(path_of(book), json={"author": " طه حسين "}))

    assert (changed["title"], changed["author"], changed["description"]) == ("الأيام", "طه حسين", "سيرة")
    assert data_of(amina.get(path_of(book))) == changed


@pytest.mark.parametrize("nothing", [{}, {"json": {}}], ids=["no body", "empty"])
def test_where_nothing_is_given_nothing_changes(amina, book, nothing):
    assert data_of(amina.put(path_of(book), **nothing))["title"] == book.title


def test_the_search_finds_a_book_under_its_new_name(amina, book):
    amina.put(path_of(book), json={"title": "دعاء الكروان"})

    assert titles(amina.get("/api/books/?q=الكروان")) == ["دعاء الكروان"]
    assert titles(amina.get("/api/books/?q=الايام")) == []


@pytest.mark.parametrize("nothing", [None, "", "  "])
def test_a_field_can_be_emptied(amina, book, nothing):
    assert data_of(amina.put(path_of(book), json={"title": nothing}))["title"] is None


def test_an_emptied_title_is_what_the_reading_found(amina, arrange):
    book = arrange(add_book, amina.user, "عنواني", found_title="ليالي الساحل", found_author="نديم")

    emptied = data_of(amina.put(path_of(book), json={"title": None, "author": ""}))

    assert (emptied["title"], emptied["author"]) == ("ليالي الساحل", "نديم")
    assert titles(amina.get("/api/books/?q=نديم")) == ["ليالي الساحل"]


@pytest.mark.parametrize(
    ("body", "field"),
    [({"title": "x" * 256}, "title"), ({"author": 7}, "author"), ({"file": "x"}, "file")],
)
def test_a_wrong_change_names_its_field(amina, book, body, field):
    assert field in refused(amina.put(path_of(book), json=body), 422, "VALIDATION_ERROR")


def test_a_deleted_book_is_gone_from_all_but_the_list_of_deleted_ones(amina, book):
    gone = data_of(amina.delete(path_of(book)))

    assert gone["deleted_at"] is not None
    refused(amina.get(path_of(book)), 404, "BOOK_NOT_FOUND")
    assert titles(amina.get("/api/books/")) == []
    assert titles(amina.get("/api/books/?deleted=true")) == ["الأيام"]
    refused(amina.delete(path_of(book)), 404, "BOOK_NOT_FOUND")


@pytest.fixture
def stopped(monkeypatch):
    ids = []
    monkeypatch.setattr(jobs_service, "stop_reading", lambda job: ids.append(job.id))
    return ids


@pytest.fixture
def job(amina, book, arrange):
    return arrange(lambda: add_job(amina.user, book))


def test_deleting_a_book_cancels_its_reading(amina, job, row, published, stopped):
    amina.delete(f"/api/books/{job.book_id}/")

    assert row(Job, job.id).status is JobStatus.CANCELLED
    assert row(Book, job.book_id).error_code == "JOB_CANCELLED"
    assert [event for event, _, _ in published] == ["job_cancelled"]
    assert stopped == [job.id]


def test_a_requeued_reading_of_a_deleted_book_does_not_run(amina, book, arrange, row):
    job = arrange(lambda: add_job(amina.user, book, status=JobStatus.FAILED, retry_at=utc_now()))

    amina.delete(path_of(book))
    arrange(process_book, str(job.id))

    assert (row(Job, job.id).status, row(Job, job.id).attempts) == (JobStatus.FAILED, 0)


def test_a_restored_book_is_as_it_was(amina, book, arrange):
    arrange(lambda: (db.session.get_one(Book, book.id).finish_reading(), db.session.commit()))
    before = data_of(amina.get(path_of(book)))
    amina.delete(path_of(book))

    restored = data_of(amina.post(path_of(book, "restore/")))

    assert {**restored, "updated_at": None} == {**before, "updated_at": None}
    assert restored["processing_status"] == BookStatus.COMPLETED
    assert titles(amina.get("/api/books/?deleted=true")) == []


def test_restoring_a_book_that_is_there_changes_nothing(amina, book):
    before = data_of(amina.get(path_of(book)))

    assert data_of(amina.post(path_of(book, "restore/"))) == before


def test_a_book_that_was_deleted_long_ago_is_not_there_though_not_purged_yet(amina, book, arrange):
    arrange(delete, book, utc_now() - LONG_AGO)

    refused(amina.post(path_of(book, "restore/")), 404, "BOOK_NOT_FOUND")
    assert titles(amina.get("/api/books/?deleted=true")) == []


def test_how_long_a_deleted_book_is_kept_is_a_setting(amina, book, arrange, config_with):
    config_with(book_kept_days=9)
    arrange(delete, book, utc_now() - LONG_AGO)

    assert amina.post(path_of(book, "restore/")).status_code == 200


def test_a_book_whose_file_is_there_again_is_not_restored(amina, deleted, arrange, row):
    copy = arrange(add_book, amina.user, file_sha256=A_DIGEST)

    assert refused(amina.post(path_of(deleted, "restore/")), 409, "BOOK_EXISTS") == {"book_id": str(copy.id)}
    assert row(Book, deleted.id).is_deleted


def test_a_full_library_restores_no_book(amina, deleted, arrange, config_with, row):
    arrange(add_book, amina.user, file_size=MEGABYTE)

    config_with(max_books_per_user=1)
    refused(amina.post(path_of(deleted, "restore/")), 409, "TOO_MANY_BOOKS")
    config_with(max_books_per_user=2, max_mb_per_user=1)
    refused(amina.post(path_of(deleted, "restore/")), 409, "LIBRARY_FULL")

    assert row(Book, deleted.id).is_deleted


CHANGES = {
    "change": ("PUT", "", {"json": {"title": "x"}}),
    "delete": ("DELETE", "", {}),
    "restore": ("POST", "restore/", {}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_someone_elses_book_is_not_there(visitor, stranger, book, row, change):
    method, verb, body = CHANGES[change]

    refused(visitor("badr@example.org").send(method, path_of(book, verb), **body), 404, "BOOK_NOT_FOUND")
    refused(stranger.send(method, path_of(book, verb), **body), 401, "NOT_LOGGED_IN")

    assert (row(Book, book.id).title, row(Book, book.id).is_deleted) == ("الأيام", False)


def test_someone_elses_deleted_book_is_not_there(visitor, deleted, row):
    badr = visitor("badr@example.org")

    refused(badr.post(path_of(deleted, "restore/")), 404, "BOOK_NOT_FOUND")
    assert titles(badr.get("/api/books/?deleted=true")) == []
    assert row(Book, deleted.id).is_deleted


@pytest.mark.parametrize("change", ["change", "delete"])
def test_a_deleted_book_cannot_be_changed(amina, deleted, change):
    method, verb, body = CHANGES[change]

    refused(amina.send(method, path_of(deleted, verb), **body), 404, "BOOK_NOT_FOUND")


COSTS = {"change": 5, "delete": 7, "restore": 6}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_costs_so_many_queries(amina, book, arrange, queries, change):
    if change == "restore":
        arrange(delete, book, utc_now())
    method, verb, body = CHANGES[change]
    queries.clear()

    amina.send(method, path_of(book, verb), **body)

    assert len(queries) == COSTS[change], queries
