"""A run whose job was cancelled ends, and commits nothing more."""

from time import sleep

import pytest
from flask import current_app

from bookanalysis.extensions import db
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book, Chunk, Job, JobStatus
from bookanalysis.services.jobs import cancel_job
from tests.jobs.test_process_book import counts, events


def wait_for_chunks(number):
    """Questions are asked ahead of the commits."""
    for _ in range(200):
        if db.session.query(Chunk).filter(Chunk.read_at.is_not(None)).count() >= number:
            break
        db.session.rollback()
        sleep(0.02)


@pytest.fixture
def cancel_at(job, scripted):
    """Cancel as another process does, while the reader is asked a question."""
    app = current_app._get_current_object()
    found = {}

    def cancel(asked, passage):
        if f"{asked} {passage.number}" == found["question"]:
            with app.app_context():
                wait_for_chunks(found["chunks"])
                cancel_job(db.session.get_one(Job, job.id))
                found["rows"] = counts()

    def at(question, chunks=0):
        found.update(question=question, chunks=chunks)
        scripted.before = cancel
        return found

    return at


@pytest.mark.parametrize("question", ["list_names 1", "describe 2", "describe 5", "confirm_names 7"])
def test_a_cancelled_run_commits_nothing_more(job, fresh, published, cancel_at, question):
    found = cancel_at(question)

    process_book(str(job.id))

    assert fresh().status is JobStatus.CANCELLED
    assert counts() == found["rows"]
    assert events(published)[-1] == "job_cancelled"
    assert db.session.get_one(Book, job.book_id).error_code == "JOB_CANCELLED"


def test_what_a_cancelled_run_has_read_is_still_there(job, fresh, cancel_at):
    cancel_at("describe 5", chunks=1)

    process_book(str(job.id))

    read = db.session.query(Chunk).filter(Chunk.read_at.is_not(None)).count()
    assert read == fresh().result["read"] > 0


def test_a_cancelled_job_is_not_tried_again(job, fresh, scripted, cancel_at):
    """The last question fails after the cancellation: the run must not put the job back."""
    cancel_at("describe 5")
    cancelling = scripted.before

    def cancel_and_fail(asked, passage):
        cancelling(asked, passage)
        if f"{asked} {passage.number}" == "describe 5":
            raise ConnectionError

    scripted.before = cancel_and_fail

    process_book(str(job.id))

    assert (fresh().status, fresh().retry_at) == (JobStatus.CANCELLED, None)
