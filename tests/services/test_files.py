"""What a downloaded file is called, and which files go with a book."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.extensions import db, storage
from bookanalysis.services.files import keys_of, plain_name, remove_files
from tests.rows import add_book, add_user


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("الأيام", "الأيام"),
        ("  أيَّامٌ   حُلوة ", "أيام حلوة"),
        ("الجزء ٢ – الرحيل", "الجزء ٢ - الرحيل"),
        ("بيت\r\nX-Injected: 1", "بيت X-Injected 1"),
        ('"قيل" / وقال\\', "قيل وقال"),
        ("../../etc/passwd", "etc passwd"),
        ("\u202eقلب\u202c\u200f", "قلب"),
        ("café cafe\u0301", "café café"),
        ("ليل؛ filename*=x", "ليل filename x"),
        ("\x00\x07", "book"),
        ("؟!…", "book"),
        ("", "book"),
        (None, "book"),
        ("ب" * 300, "ب" * 100),
    ],
)
def test_a_name_keeps_letters_digits_spaces_and_dashes(title, name):
    assert plain_name(title) == name


@given(st.text())
def test_no_title_makes_a_name_that_harms(title):
    name = plain_name(title)

    assert 0 < len(name) <= 100
    assert name == name.strip()
    assert all(sign.isalpha() or sign.isdecimal() or sign in " -" for sign in name)


def test_the_files_of_books_are_known_when_their_rows_are_gone(context):
    user = add_user()
    books = [add_book(user, txt_file="cleaned.txt"), add_book(user)]
    for key in keys_of(books):
        storage().save(key, BytesIO(b"x"))

    keys = keys_of(books)
    for book in books:
        db.session.delete(book)
    db.session.commit()
    remove_files(keys)

    assert len(keys) == 3
    assert list(storage().folder.iterdir()) == []


def test_a_file_that_is_gone_already_is_removed(context):
    remove_files(["no-such-file.epub"])

    assert not storage().folder.exists()
