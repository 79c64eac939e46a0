"""When a failed job may run again."""

import pytest

from bookanalysis.errors import (
    BookAnalysisError,
    BookIsBeingRead,
    BookNotFound,
    JobSuperseded,
    NotAReading,
    WrongJobState,
)
from bookanalysis.extensions import QueueName, db
from bookanalysis.jobs.lease import take_lease
from bookanalysis.models import BookStatus, Job, JobStatus, JobType
from bookanalysis.services.library import delete_book, reprocess_book
from bookanalysis.services.requeueing import requeue_job
from tests.rows import add, add_book, add_job, add_user


@pytest.fixture
def user(context):
    return add_user()


@pytest.fixture
def book(user):
    return add_book(user)


@pytest.fixture
def failed(user, book):
    job = add_job(user, book)
    job.fail(BookAnalysisError())
    book.fail_reading(BookAnalysisError())
    db.session.commit()
    return job


def test_a_requeued_job_is_marked_and_told_to_the_workers(failed, book, enqueued):
    job = requeue_job(failed)

    assert (job.status, job.retry_at is not None) == (JobStatus.FAILED, True)
    assert (book.processing_status, book.error_code) == (BookStatus.PENDING, None)
    assert [call["args"] for call in enqueued] == [[str(job.id)]]
    assert take_lease(job.id) is not None


def test_a_requeue_is_kept_while_redis_is_away(failed, app):
    app.extensions["queues"][QueueName.AI_PROCESSING].is_away = True

    job = requeue_job(failed)

    assert take_lease(job.id) is not None


def test_a_job_may_be_requeued_twice_and_runs_once(failed, enqueued):
    requeue_job(failed)
    requeue_job(failed)

    assert len(enqueued) == 1


@pytest.mark.parametrize("status", [status for status in JobStatus if status is not JobStatus.FAILED])
def test_only_a_failed_job_is_requeued(user, book, status):
    with pytest.raises(WrongJobState):
        requeue_job(add_job(user, book, status=status))


def test_the_job_of_a_deleted_book_is_not_requeued(failed, book, enqueued):
    delete_book(book)

    with pytest.raises(BookNotFound):
        requeue_job(failed)

    assert enqueued == []


def test_a_job_is_not_requeued_while_its_book_is_read(failed, book):
    reading = reprocess_book(book)

    with pytest.raises(BookIsBeingRead) as refusal:
        requeue_job(failed)

    assert refusal.value.details == {"job_id": str(reading.id)}


@pytest.mark.parametrize("status", ["completed", "failed", "cancelled"])
def test_a_job_is_not_requeued_after_a_newer_reading(user, failed, book, status):
    newer = add_job(user, book, status=JobStatus(status))

    with pytest.raises(JobSuperseded) as refusal:
        requeue_job(failed)

    assert refusal.value.details == {"job_id": str(newer.id)}
    assert db.session.get(Job, failed.id).retry_at is None


def test_an_email_is_not_requeued(user):
    job = add(Job(user_id=user.id, job_type=JobType.EMAIL, status=JobStatus.FAILED))

    with pytest.raises(NotAReading):
        requeue_job(job)
