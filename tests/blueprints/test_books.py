from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from io import BytesIO
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from bookanalysis.config import MEGABYTE
from bookanalysis.errors import NotAnEpub
from bookanalysis.extensions import QueueName, db
from bookanalysis.models import Book, BookStatus, Job
from tests.epub.builder import Epub, page
from tests.rows import add_book, add_job
from tests.visitor import data_of, refused


def epub(text="جاء أحمد إلى القرية."):
    return Epub({"c1.xhtml": page(f"<p>{text}</p>")}).build()


@pytest.fixture
def count(arrange):
    return lambda model: arrange(lambda: db.session.scalar(select(func.count()).select_from(model)))


@pytest.fixture
def limit(app):
    """Make the limits small enough to reach."""

    def change(**settings):
        app.config["BOOKANALYSIS"] = replace(app.config["BOOKANALYSIS"], **settings)

    return change


def kept_files(config):
    return sorted(path.name for path in config.storage.iterdir()) if config.storage.exists() else []


def test_an_upload_keeps_the_file_and_hints_to_the_workers(amina, enqueued, config):
    file = epub()

    answer = amina.upload(file, title="ليالي القرية")

    assert answer.status_code == 202
    assert answer.json["status"] == "accepted"
    assert [call["args"] for call in enqueued] == [[answer.json["job_id"]]]
    book_id = data_of(answer)["book_id"]
    assert (config.storage / f"{book_id}.epub").read_bytes() == epub().getvalue()


def test_an_uploaded_book_shows_what_was_said_of_it(amina):
    answer = amina.upload(epub(), title=" ليالي القرية ", author="سلمى", description="رواية")

    book = data_of(amina.get(f"/api/books/{data_of(answer)['book_id']}/"))

    assert (book["title"], book["author"], book["description"]) == ("ليالي القرية", "سلمى", "رواية")
    assert (book["processing_status"], book["file_extension"]) == ("pending", ".epub")
    assert book["file_size"] == len(epub().getvalue())


def test_the_status_of_a_book_tells_its_job(amina):
    answer = amina.upload(epub())

    status = data_of(amina.get(f"/api/books/{data_of(answer)['book_id']}/status/"))

    assert status["processing_status"] == "pending"
    assert status["job"]["job_id"] == answer.json["job_id"]


def test_the_same_file_again_answers_the_book_that_is_there(amina, count, config):
    first = data_of(amina.upload(epub()))

    details = refused(amina.upload(epub()), 409, "BOOK_EXISTS")

    assert details == {"book_id": first["book_id"]}
    assert count(Book) == 1
    assert len(kept_files(config)) == 1


def test_the_same_file_is_news_to_another_user(amina, visitor):
    amina.upload(epub())

    assert visitor("badr@example.org").upload(epub()).status_code == 202


def test_of_the_same_file_sent_at_once_one_is_kept(amina, count, config):
    with ThreadPoolExecutor(3) as pool:
        answers = list(pool.map(lambda _: amina.upload(epub()), range(3)))

    assert sorted(answer.status_code for answer in answers) == [202, 409, 409]
    assert (count(Book), count(Job), len(kept_files(config))) == (1, 1, 1)


def test_an_upload_is_kept_while_redis_is_away(amina, app, count):
    app.extensions["queues"][QueueName.AI_PROCESSING].is_away = True

    assert amina.upload(epub()).status_code == 202
    assert (count(Book), count(Job)) == (1, 1)


def test_a_library_holds_so_many_books(amina, limit, count, config):
    limit(max_books_per_user=1)
    amina.upload(epub())

    refused(amina.upload(epub("كتاب آخر.")), 409, "TOO_MANY_BOOKS")

    assert count(Book) == 1
    assert len(kept_files(config)) == 1


def test_a_library_holds_so_many_bytes(amina, limit, arrange, count, config):
    limit(max_mb_per_user=1)
    arrange(add_book, amina.user, file_size=MEGABYTE)

    refused(amina.upload(epub()), 409, "LIBRARY_FULL")

    assert count(Book) == 1
    assert kept_files(config) == []


def test_a_deleted_book_leaves_the_count_at_once(amina, limit, arrange):
    limit(max_books_per_user=1, max_mb_per_user=1)
    arrange(add_book, amina.user, file_size=MEGABYTE, is_deleted=True)

    assert amina.upload(epub()).status_code == 202


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04 cut short"])
def test_what_is_no_epub_is_refused_before_a_job_exists(amina, content, count, config):
    answer = amina.upload(BytesIO(content))

    assert answer.status_code == 400
    refused(answer, 400, answer.json["error_code"])
    assert (count(Book), count(Job), kept_files(config)) == (0, 0, [])


def test_a_file_over_the_limit_is_refused(amina, limit):
    limit(max_epub_mb=1)

    refused(amina.upload(BytesIO(b"x" * (MEGABYTE + 1))), 413, "FILE_TOO_LARGE")


def test_a_body_over_the_limit_is_refused_before_it_is_read(amina, limit):
    limit(max_epub_mb=1)

    class Unread(BytesIO):
        def read(self, *_):
            raise AssertionError("read")

    answer = amina.post(
        "/api/books/",
        input_stream=Unread(),
        environ_overrides={"CONTENT_LENGTH": str(3 * MEGABYTE)},
        content_type="multipart/form-data; boundary=x",
    )

    refused(answer, 413, "FILE_TOO_LARGE")


def test_an_upload_without_a_file_names_the_field(amina):
    assert "file" in refused(amina.post("/api/books/", data={"title": "x"}), 422, "VALIDATION_ERROR")


def test_an_upload_that_is_no_form_names_the_field(amina):
    assert "file" in refused(amina.post("/api/books/", json={"file": "x"}), 422, "VALIDATION_ERROR")


def titles(answer):
    return [book["title"] for book in data_of(answer)]


@pytest.fixture
def library(amina, arrange):
    arrange(
        lambda: [
            add_book(amina.user, "أحلام", author="زينب", detected_language="ar"),
            add_book(amina.user, "بيت", author="عمر", processing_status=BookStatus.FAILED),
            add_book(amina.user, "جبل", author="إيمان", processing_status=BookStatus.COMPLETED),
            add_book(amina.user, "محذوف", is_deleted=True),
        ]
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["جبل", "بيت", "أحلام"]),
        ("ordering=created_at", ["أحلام", "بيت", "جبل"]),
        ("ordering=-title", ["جبل", "بيت", "أحلام"]),
        ("ordering=author", ["جبل", "أحلام", "بيت"]),
        ("q=احلام", ["أحلام"]),
        ("q=ايمان", ["جبل"]),
        ("q=%25", []),
        ("status=failed", ["بيت"]),
        ("language=ar", ["أحلام"]),
        ("page_size=2", ["جبل", "بيت"]),
        ("page_size=2&page=2", ["أحلام"]),
        ("page=9", []),
    ],
)
def test_a_list_is_searched_ordered_and_cut(amina, library, query, found):
    assert titles(amina.get(f"/api/books/?{query}")) == found


def test_a_list_counts_its_pages(amina, library):
    pagination = amina.get("/api/books/?page_size=2&page=2").json["pagination"]

    assert pagination == {"page": 2, "page_size": 2, "total": 3, "total_pages": 2}


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=x", "page_size=101", "ordering=file", "status=unknown", "page=999999999999999999999"],
)
def test_a_wrong_query_names_its_field(amina, query):
    details = refused(amina.get(f"/api/books/?{query}"), 422, "VALIDATION_ERROR")

    assert details.keys() == {query.partition("=")[0]}


def test_a_failed_book_says_why_in_both_languages(amina, arrange):
    def fail():
        book = add_book(amina.user)
        book.fail_reading(NotAnEpub())
        db.session.commit()
        return book

    book = data_of(amina.get(f"/api/books/{arrange(fail).id}/"))

    assert book["error_code"] == "NOT_AN_EPUB"
    assert book["processing_error"] == NotAnEpub().sentences


def test_a_book_that_was_read_before_shows_its_latest_job(amina, arrange):
    def twice():
        book = add_book(amina.user)
        add_job(amina.user, book, status="completed")
        return book, add_job(amina.user, book)

    book, latest = arrange(twice)

    assert data_of(amina.get(f"/api/books/{book.id}/status/"))["job"]["job_id"] == str(latest.id)


def test_an_unknown_id_is_not_found(amina):
    refused(amina.get(f"/api/books/{uuid4()}/"), 404, "BOOK_NOT_FOUND")
    refused(amina.get("/api/books/not-an-id/"), 404, "NOT_FOUND")
