"""A second reading of a book is as good as its first."""

from bookanalysis.extensions import db, storage
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book
from bookanalysis.services.library import reprocess_book
from tests.jobs.test_process_book import counts, exported


def book_of(job):
    db.session.rollback()
    return db.session.get_one(Book, job.book_id)


def test_a_book_that_is_read_again_is_found_the_same(job):
    process_book(str(job.id))
    first, rows, title = exported(job), counts(), book_of(job).title

    again = reprocess_book(book_of(job))
    process_book(str(again.id))

    assert (exported(job), counts(), book_of(job).title) == (first, rows, title)
    assert title


def test_only_the_latest_text_is_kept(job):
    process_book(str(job.id))
    old = book_of(job).txt_file

    process_book(str(reprocess_book(book_of(job)).id))

    new = book_of(job).txt_file
    assert new != old
    assert {path.name for path in storage().folder.iterdir()} == {new, book_of(job).file}
