"""Cancelling a job: the first of two who end it wins."""

from threading import Barrier, Thread
from uuid import uuid4

import pytest
from sqlalchemy import select

from bookanalysis.errors import JobCancelled
from bookanalysis.extensions import db
from bookanalysis.jobs.lease import take_lease
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book, Job, JobStatus, JobType, utc_now
from bookanalysis.services import jobs as jobs_service
from tests.rows import add, add_book, add_chunk, add_job
from tests.visitor import data_of, refused


@pytest.fixture
def job(amina, arrange):
    return arrange(lambda: add_job(amina.user, add_book(amina.user), seq=3))


@pytest.fixture
def stopped(monkeypatch):
    """The ids of the jobs whose run was told to stop."""
    ids = []
    monkeypatch.setattr(jobs_service, "stop_reading", lambda job: ids.append(job.id))
    return ids


def run(job):
    take_lease(job.id)
    db.session.commit()


def cancel(visitor, job):
    return visitor.post(f"/api/jobs/{job.id}/cancel/")


@pytest.fixture(params=["waits", "runs"])
def active(request, job, arrange):
    if request.param == "runs":
        arrange(run, job)
    return job


def test_a_cancelled_job_ends_and_its_book_says_so(amina, active, row, stopped):
    job = active

    shown = data_of(cancel(amina, job))

    assert (shown["status"], shown["finished_at"] is not None) == ("cancelled", True)
    assert row(Job, job.id).lease_token is None
    book = row(Book, job.book_id)
    assert (book.processing_status, book.error_code) == ("failed", "JOB_CANCELLED")
    assert book.processing_error == JobCancelled().sentences
    assert stopped == [job.id]


def test_a_cancellation_is_told_with_a_higher_number(amina, job, published):
    cancel(amina, job)

    ((event, payload, room),) = published
    assert (event, room) == ("job_cancelled", f"user_{amina.user.id}")
    assert (payload["seq"], payload["status"]) == (4, "cancelled")


def test_what_was_read_before_stays_and_is_counted(amina, job, arrange):
    def read_one():
        book = db.session.get_one(Book, job.book_id)
        add_chunk(book, 1, read_at=utc_now())
        add_chunk(book, 2, start=100)
        db.session.get_one(Job, job.id).num_of_chunks = 2
        db.session.commit()

    arrange(read_one)

    shown = data_of(cancel(amina, job))

    assert (shown["result"]["chunks"], shown["result"]["read"]) == (2, 1)
    assert len(data_of(amina.get(f"/api/chunks/?book_id={job.book_id}"))) == 2


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled"])
def test_a_job_that_ended_is_not_cancelled(amina, arrange, row, published, status):
    job = arrange(lambda: add_job(amina.user, add_book(amina.user), status=JobStatus(status)))

    assert refused(cancel(amina, job), 409, "JOB_ENDED") == {"status": status}

    assert row(Book, job.book_id).error_code is None
    assert published == []


def test_an_email_is_not_cancelled(amina, arrange, row):
    job = arrange(lambda: add(Job(user_id=amina.user.id, job_type=JobType.EMAIL)))

    refused(cancel(amina, job), 409, "NOT_A_READING")

    assert row(Job, job.id).status is JobStatus.PENDING


def test_someone_elses_job_is_not_there(visitor, stranger, job, row):
    badr = visitor("badr@example.org")

    refused(cancel(badr, job), 404, "JOB_NOT_FOUND")
    refused(badr.post(f"/api/jobs/{uuid4()}/cancel/"), 404, "JOB_NOT_FOUND")
    refused(cancel(stranger, job), 401, "NOT_LOGGED_IN")

    assert row(Job, job.id).status is JobStatus.PENDING


def test_the_queues_hint_does_not_run_a_cancelled_job(amina, job, arrange, row):
    cancel(amina, job)

    arrange(process_book, str(job.id))

    assert (row(Job, job.id).status, row(Job, job.id).attempts) == (JobStatus.CANCELLED, 0)


def test_of_many_cancellations_at_once_one_wins(app, amina, job, published, stopped):
    answers, together = [], Barrier(4)

    def ask():
        together.wait()
        answer = app.test_client().post(f"/api/jobs/{job.id}/cancel/", headers=amina.headers)
        answers.append(answer.status_code)

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == [200, 409, 409, 409]
    assert (len(published), len(stopped)) == (1, 1)


def test_a_cancellation_and_the_end_do_not_both_happen(amina, job, arrange, row, published):
    def end():
        ending = jobs_service.locked(job.id, Job.status == JobStatus.RUNNING)
        if ending is not None:
            ending.complete()
            db.session.get_one(Book, job.book_id).finish_reading()
            db.session.commit()

    def complete():
        together.wait()
        arrange(end)

    arrange(run, job)
    together = Barrier(2)
    thread = Thread(target=complete)
    thread.start()
    together.wait()
    answer = cancel(amina, job)
    thread.join()

    won = answer.status_code == 200
    assert row(Job, job.id).status == ("cancelled" if won else "completed")
    assert row(Book, job.book_id).processing_status == ("failed" if won else "completed")
    assert len(published) == won


@pytest.mark.parametrize("chunks", [1, 9])
def test_cancelling_costs_the_same_for_a_long_book(amina, job, arrange, queries, chunks):
    def cut():
        db.session.get_one(Job, job.id).num_of_chunks = chunks
        return [add_chunk(db.session.get_one(Book, job.book_id), number + 1) for number in range(chunks)]

    arrange(cut)
    queries.clear()

    cancel(amina, job)

    assert len(queries) == 12, queries


def test_a_user_may_read_the_book_again_after_cancelling(amina, job, arrange):
    cancel(amina, job)

    arrange(lambda: add_job(amina.user, db.session.get_one(Book, job.book_id)))

    assert arrange(lambda: len(db.session.scalars(select(Job)).all())) == 2
