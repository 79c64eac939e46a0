"""The file of a book, as it was uploaded."""

from io import BytesIO
from urllib.parse import unquote

import pytest

from bookanalysis.extensions import db, storage
from bookanalysis.models import Book
from bookanalysis.services.files import BLOCK
from tests.epub.builder import Epub, page
from tests.visitor import data_of, refused

FILE = Epub({"c1.xhtml": page("<p>جاء أحمد إلى القرية.</p>")}).build().getvalue()


@pytest.fixture
def upload(amina):
    """Upload the file under a title; the path of its download."""

    def uploading(**form):
        return f"/api/books/{data_of(amina.upload(BytesIO(FILE), **form))['book_id']}/download/"

    return uploading


def file_name(answer):
    kind, _, name = answer.headers["Content-Disposition"].rpartition("; filename*=UTF-8''")
    assert kind == 'attachment; filename="book.epub"'
    return unquote(name)


def test_a_download_is_the_file_that_was_uploaded(amina, upload):
    answer = amina.get(upload(title="ليالي القرية"))

    assert answer.status_code == 200
    assert answer.data == FILE
    assert answer.content_type == "application/epub+zip"
    assert answer.content_length == len(FILE)
    assert file_name(answer) == "ليالي القرية.epub"


def test_a_title_cannot_write_into_the_headers(amina, upload, arrange):
    path = upload(title="ليل")

    def spoil():
        book = db.session.query(Book).one()
        book.title = 'x"\r\nSet-Cookie: a=b\r\n\u202eليل/نهار'
        db.session.commit()

    arrange(spoil)

    answer = amina.get(path)

    assert "Set-Cookie" not in answer.headers
    assert file_name(answer) == "x Set-Cookie a b ليل نهار.epub"


def test_a_book_without_a_title_is_called_book(amina, upload):
    assert amina.get(upload()).headers["Content-Disposition"].endswith("filename*=UTF-8''book.epub")


def test_who_has_the_file_is_not_sent_it_again(amina, upload):
    path = upload()
    first = amina.get(path)

    again = amina.send("GET", path, headers={"If-None-Match": first.headers["ETag"]})
    other = amina.send("GET", path, headers={"If-None-Match": '"another"'})

    assert (again.status_code, again.data) == (304, b"")
    assert (other.status_code, other.data) == (200, FILE)
    assert "private" in first.headers["Cache-Control"]


@pytest.fixture
def opened(app, monkeypatch):
    """The files that were opened in the storage."""
    files = []
    local = type(app.extensions["storage"])
    plain_open = local.open

    def recording(self, key):
        files.append(plain_open(self, key))
        return files[-1]

    monkeypatch.setattr(local, "open", recording)
    return files


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_file_is_closed_in_the_end(amina, upload, opened, method):
    answer = amina.send(method, upload())
    answer.close()

    assert answer.status_code == 200
    assert [file.closed for file in opened] == [True]


def test_the_file_is_opened_and_read_by_blocks_where_the_loop_does_not_stall(amina, upload, app, arrange):
    def elsewhere(function, *args):
        asked.append((function.__name__, args[-1]))
        return function(*args)

    path, asked = upload(), []
    arrange(lambda: storage().save(db.session.query(Book).one().file, BytesIO(b"x" * (BLOCK + 1))))
    app.extensions["off_loop"] = elsewhere

    answer = amina.get(path)

    assert len(answer.data) == BLOCK + 1
    assert [name for name, _ in asked] == ["open", "read", "read", "read"]
    assert {size for name, size in asked if name == "read"} == {BLOCK}


def test_a_file_that_is_gone_is_told_so(amina, upload, config):
    path = upload()
    for file in config.storage.iterdir():
        file.unlink()

    refused(amina.get(path), 410, "BOOK_FILE_MISSING")


def test_someone_elses_file_is_not_there(amina, visitor, stranger, upload):
    path = upload()

    refused(visitor("badr@example.org").get(path), 404, "BOOK_NOT_FOUND")
    refused(stranger.get(path), 401, "NOT_LOGGED_IN")
    amina.delete(path.removesuffix("download/"))
    refused(amina.get(path), 404, "BOOK_NOT_FOUND")


def test_a_download_costs_two_queries(amina, upload, queries):
    path = upload()
    queries.clear()

    amina.get(path)

    assert len(queries) == 2


def test_the_document_says_that_a_file_comes(stranger):
    paths = stranger.get("/api/openapi.json").json["paths"]

    answers = paths["/api/books/{book_id}/download/"]["get"]["responses"]
    assert answers["200"]["content"] == {
        "application/epub+zip": {"schema": {"type": "string", "format": "binary"}}
    }
    assert {"200", "304", "404", "410"} <= answers.keys()
