"""What is deleted for good, and what is not."""

import os
from datetime import timedelta
from io import BytesIO
from time import time
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from bookanalysis.extensions import db, metadata, storage
from bookanalysis.jobs import removal
from bookanalysis.jobs.removal import purge_books, remove_unknown_files
from bookanalysis.models import Book, User, utc_now
from bookanalysis.services.library import restore_book
from tests.rows import add_book, add_job, add_user
from tests.verified_story import verified_story

DAY = timedelta(days=1)
HOUR = 60 * 60


@pytest.fixture
def user(context):
    return add_user()


@pytest.fixture
def files(config):
    folder = config.storage
    return lambda: {path.name for path in folder.iterdir()} if folder.exists() else set()


def deleted(book, ago):
    book.delete()
    book.deleted_at = utc_now() - ago
    db.session.commit()
    return book


def stored(user, **columns):
    book = add_book(user, **columns)
    for key in (book.file, book.txt_file):
        if key:
            storage().save(key, BytesIO("كتاب".encode()))
    return book


def is_old(key, seconds=2 * HOUR):
    os.utime(storage().folder / key, (time() - seconds,) * 2)


def rows():
    return {
        table.name: count
        for table in metadata.sorted_tables
        if (count := db.session.scalar(select(func.count()).select_from(table)))
    }


def test_a_book_deleted_long_ago_goes_with_all_that_hangs_on_it(user, files):
    book = verified_story(user).book
    storage().save(book.file, BytesIO(b"epub"))
    add_job(user, book, status="completed")
    deleted(book, 7 * DAY)

    purge_books()

    assert rows() == {User.__tablename__: 1}
    assert files() == set()


def test_a_book_deleted_lately_or_not_at_all_stays(user, files):
    lately = deleted(stored(user, txt_file="cleaned.txt"), 6 * DAY)
    there = stored(user)

    purge_books()

    assert db.session.scalar(select(func.count()).select_from(Book)) == 2
    assert files() == {lately.file, "cleaned.txt", there.file}


def test_how_long_is_a_setting(user, config_with, files):
    config_with(book_kept_days=1)
    deleted(stored(user), DAY)

    purge_books()

    assert files() == set()


def test_many_books_go_one_by_one(user, monkeypatch, files):
    monkeypatch.setattr(removal, "BOOKS_AT_ONCE", 2)
    for _ in range(5):
        deleted(stored(user), 8 * DAY)

    purge_books()

    assert (rows(), files()) == ({User.__tablename__: 1}, set())


def test_a_book_that_is_restored_meanwhile_stays(user, config_with, monkeypatch, files):
    """Between looking for expired books and removal them the time to restore was made longer."""
    book = deleted(stored(user), 8 * DAY)
    look = removal._expired_books

    def then_restored():
        found = look()
        config_with(book_kept_days=30)
        restore_book(user.id, book.id)
        monkeypatch.setattr(removal, "_expired_books", list)
        return found

    monkeypatch.setattr(removal, "_expired_books", then_restored)

    purge_books()

    assert not db.session.get_one(Book, book.id).is_deleted
    assert files() == {book.file}


def test_rows_go_before_files(user, monkeypatch):
    """A process that dies between the two leaves a file, never a row without one."""

    def power_cut(self, key):
        assert db.session.scalar(select(func.count()).select_from(Book)) == 0
        raise OSError("power cut")

    key = deleted(stored(user), 8 * DAY).file
    monkeypatch.setattr(type(storage()), "remove", power_cut)

    with pytest.raises(OSError, match="power cut"):
        purge_books()

    assert storage().open(key).read() == "كتاب".encode()


def test_files_that_no_row_knows_go_when_they_are_old(user, files):
    text = f"{uuid4()}.txt"
    known = stored(user, txt_file=text)
    in_bin = deleted(stored(user), DAY)
    for key in (f"{uuid4()}.epub", f"{uuid4()}.txt", ".draft-x1"):
        storage().save(key, BytesIO(b"x"))
        is_old(key)
    for key in (known.file, text, in_bin.file):
        is_old(key)

    remove_unknown_files()

    assert files() == {known.file, text, in_bin.file}


def test_a_file_of_an_upload_under_way_stays(context, files):
    under_way = {f"{uuid4()}.epub", ".draft-x1"}
    for key in under_way:
        storage().save(key, BytesIO(b"x"))
        is_old(key, HOUR / 2)

    remove_unknown_files()

    assert files() == under_way


def test_what_someone_else_keeps_in_the_folder_stays(context, files):
    foreign = {"رسالة.txt", ".profile", "notes.epub"}
    for key in foreign:
        storage().save(key, BytesIO(b"x"))
        is_old(key)

    remove_unknown_files()

    assert files() == foreign


def test_without_a_folder_there_is_nothing_to_remove(context, config):
    remove_unknown_files()

    assert not config.storage.exists()
