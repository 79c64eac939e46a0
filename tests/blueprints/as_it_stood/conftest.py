"""A book that is read once for all tests of a file."""

import shutil

import pytest
from sqlalchemy import select

from bookanalysis.app import create_app
from bookanalysis.extensions import db, storage
from bookanalysis.jobs import process_book as job_module
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book, Chunk, User
from bookanalysis.services.sessions import start_session
from tests import told_later
from tests.conftest import config_in
from tests.fakes import RecordingPublisher
from tests.rows import add_book, add_job, add_user
from tests.visitor import Visitor, data_of


@pytest.fixture(scope="module")
def migrated(migrated, tmp_path_factory):
    """A folder whose database has a book that is read to its end."""
    folder = tmp_path_factory.mktemp("told") / "var"
    shutil.copytree(migrated, folder)
    app = create_app(config_in(folder))
    app.extensions["publisher"] = RecordingPublisher()
    with app.app_context(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(job_module, "reader_of_job", lambda job_id: told_later.reader())
        user = add_user()
        book = add_book(user)
        storage().save(book.file, told_later.book().build())
        process_book(str(add_job(user, book).id))
        db.session.remove()
        db.engine.dispose()
    return folder


@pytest.fixture
def amina(app, arrange):
    return Visitor(app, arrange(lambda: start_session(db.session.scalars(select(User)).one())))


@pytest.fixture
def book_id(arrange):
    return arrange(lambda: db.session.scalars(select(Book.id)).one())


@pytest.fixture
def chunk_ids(arrange, book_id):
    """In the order of the book."""
    rows = select(Chunk.id).filter_by(book_id=book_id).order_by(Chunk.chunk_number)
    return arrange(lambda: db.session.scalars(rows).all())


@pytest.fixture
def look(amina, book_id):
    def look(what="", **query):
        query = "".join(f"&{key}={value}" for key, value in query.items())
        return data_of(amina.get(f"/api/characters/{what}?book_id={book_id}{query}"))

    return look
