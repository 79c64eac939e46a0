"""Which files go with a book."""

from io import BytesIO

from bookanalysis.extensions import db, storage
from bookanalysis.services.files import keys_of, remove_files
from tests.rows import add_book, add_user


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
