import pytest

from bookanalysis.extensions import db, storage
from bookanalysis.jobs import process_book as job_module
from bookanalysis.models import Job
from tests.ai.books import CHAPTERS, reader
from tests.epub.builder import Epub, page
from tests.mail.server import mail_server
from tests.rows import add_book, add_job, add_user


def story():
    """The short book of the workflow's tests as a file."""
    return Epub({f"c{number}.xhtml": page(f"<p>{text}</p>") for number, text in enumerate(CHAPTERS, 1)})


@pytest.fixture
def scripted(monkeypatch):
    """Reads every book of a test; change its attributes to disturb it."""
    scripted = reader()
    monkeypatch.setattr(job_module, "reader_of_job", lambda job_id: scripted)
    return scripted


@pytest.fixture
def job(context, scripted):
    """A job to read the story, as an upload leaves it."""
    user = add_user()
    book = add_book(user, title=None)
    storage().save(book.file, story().build())
    return add_job(user, book)


@pytest.fixture
def fresh(job):
    """The job's row as the database has it."""

    def look():
        db.session.rollback()
        return db.session.get(Job, job.id, populate_existing=True)

    return look


@pytest.fixture
def server(config_with):
    """A mail server that letters go to."""
    with mail_server() as server:
        config_with(**server.settings, mail_from="Books <books@example.org>", smtp_timeout=2)
        yield server
