"""What is there to be asked for: a book of أمينة's, read, and the ids of what is in it."""

from io import BytesIO

from bookanalysis.extensions import db, storage
from bookanalysis.jobs.profiles import refresh_profiles
from bookanalysis.models import Book
from tests.blueprints.test_reads import story_of
from tests.contract.asking import a_book


def known_ids(app, visitor, arrange):
    """By the name of their parameter."""
    app.extensions["redis"] = type("Answers", (), {"ping": lambda self: True})()
    story = arrange(story_of, visitor.user)
    arrange(complete, story.book.id)
    return {
        "book_id": story.book.id,
        "chunk_id": story.chunks[0].id,
        "character_id": story.ahmad.id,
        "job_id": story.job.id,
    }


def complete(book_id):
    """What a reading and an upload leave beside the rows of the story."""
    refresh_profiles(book_id)
    book, file = db.session.get_one(Book, book_id), a_book()
    storage().save(book.file, BytesIO(file))
    book.file_size = len(file)
    db.session.commit()


def operations_of(document):
    """By label: METHOD path."""
    return {
        f"{method.upper()} {path}": operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }
