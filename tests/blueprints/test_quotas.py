"""What a library may hold, when many ask at once."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier

import pytest
from sqlalchemy import func, select

from bookanalysis.config import MEGABYTE
from bookanalysis.extensions import db, storage
from bookanalysis.models import Book, Job, User
from tests.epub.builder import Epub, page
from tests.rows import add_book
from tests.visitor import refused

CROWD = 6


def epub(number):
    return Epub({"c1.xhtml": page(f"<p>جاء أحمد إلى القرية رقم {number}.</p>")}).build()


@pytest.fixture
def held(amina, arrange):
    """What the library holds: books and bytes; and how many jobs there are."""

    def look():
        undeleted = Book.owned_by(amina.user.id).with_only_columns(func.count(), func.sum(Book.file_size))
        jobs = db.session.scalar(select(func.count()).select_from(Job))
        return (*db.session.execute(undeleted).one(), jobs)

    return lambda: arrange(look)


@pytest.fixture
def at_once(app):
    """Make all requests in the same moment, each from a thread of its own; their answers' codes."""

    def run(requests):
        together = Barrier(len(requests))

        def ask(request):
            together.wait()
            answer = request(app.test_client())
            return answer.json.get("error_code", answer.status_code)

        with ThreadPoolExecutor(len(requests)) as pool:
            return sorted(map(str, pool.map(ask, requests)))

    return run


@pytest.fixture
def upload(amina):
    def uploading(number):
        form = {"file": (epub(number), "رواية.epub")}
        return lambda client: client.post("/api/books/", headers=amina.headers, data=form)

    return uploading


@pytest.fixture
def restore(amina, arrange):
    """A request to restore one more deleted book."""

    def restoring(**columns):
        def deleted():
            book = add_book(amina.user, **columns)
            storage().save(book.file, BytesIO(b"epub"))
            book.delete()
            db.session.commit()
            return book

        path = f"/api/books/{arrange(deleted).id}/restore/"
        return lambda client: client.post(path, headers=amina.headers)

    return restoring


def test_of_many_uploads_at_once_only_so_many_are_kept(held, upload, at_once, config_with, kept_files):
    config_with(max_books_per_user=2)

    answers = at_once([upload(number) for number in range(CROWD)])

    assert answers == ["202"] * 2 + ["TOO_MANY_BOOKS"] * (CROWD - 2)
    books, _, jobs = held()
    assert (books, jobs, len(kept_files())) == (2, 2, 2)


@pytest.fixture
def room_for_two(amina, arrange, config_with):
    """In a library of one megabyte, for files as `epub` makes them."""
    config_with(max_mb_per_user=1)
    size = len(epub(1).getvalue())
    arrange(add_book, amina.user, file_size=MEGABYTE - 2 * size - size // 2)


def test_of_many_uploads_at_once_only_so_many_bytes_are_kept(held, upload, at_once, room_for_two, kept_files):
    answers = at_once([upload(number) for number in range(CROWD)])

    assert answers == ["202"] * 2 + ["LIBRARY_FULL"] * (CROWD - 2)
    books, size, jobs = held()
    assert (books, jobs, len(kept_files())) == (3, 2, 2)
    assert size <= MEGABYTE


def test_restores_and_uploads_at_once_share_the_room(held, upload, restore, at_once, config_with):
    config_with(max_books_per_user=3)
    requests = [upload(number) for number in range(3)] + [restore() for _ in range(3)]

    answers = at_once(requests)

    assert set(answers[:3]) <= {"200", "202"}
    assert set(answers[:3]) <= {"200", "202"}
    assert answers[3:] == ["TOO_MANY_BOOKS"] * 3
    assert held()[0] == 3


def test_a_file_comes_back_once_by_upload_or_by_restore(amina, upload, at_once, held, kept_files):
    first = amina.upload(epub(1)).json["data"]["book_id"]
    amina.delete(f"/api/books/{first}/")

    def restore_first(client):
        return client.post(f"/api/books/{first}/restore/", headers=amina.headers)

    answers = at_once([upload(1), restore_first])

    assert answers[1] == "BOOK_EXISTS"
    assert held()[0] == 1
    assert len(kept_files()) == (1 if answers[0] == "200" else 2)


def test_of_many_restores_at_once_all_find_the_book_restored(restore, at_once, held, config_with):
    config_with(max_books_per_user=1)
    request = restore()

    assert at_once([request] * CROWD) == ["200"] * CROWD

    assert held()[0] == 1


def test_an_upload_whose_account_is_deleted_meanwhile_leaves_nothing(amina, app, upload, arrange, kept_files):
    """The account goes while the file is written."""

    def delete_account():
        db.session.delete(db.session.get(User, amina.user.id))
        db.session.commit()

    def elsewhere(function, *args):
        if function.__name__ == "save":
            with ThreadPoolExecutor(1) as other:
                other.submit(arrange, delete_account).result()
        return function(*args)

    app.extensions["off_loop"] = elsewhere

    answer = upload(1)(app.test_client())

    refused(answer, 401, "SESSION_ENDED")
    assert kept_files() == []


def test_a_refused_restore_keeps_the_file(restore, at_once, held, config_with, kept_files):
    config_with(max_books_per_user=0)

    assert at_once([restore()]) == ["TOO_MANY_BOOKS"]

    assert (held()[0], len(kept_files())) == (0, 1)
