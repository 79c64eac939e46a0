import pytest

from bookanalysis.extensions import QueueName
from bookanalysis.services.queue import enqueue_reading
from tests.rows import add_book, add_job, add_user


@pytest.fixture
def job(context):
    user = add_user()
    return add_job(user, add_book(user))


def test_workers_are_told_a_name_and_an_id(job, enqueued):
    assert enqueue_reading(job)

    (call,) = enqueued
    assert call["func"] == "bookanalysis.jobs.process_book.process_book"
    assert call["args"] == [str(job.id)]
    assert call["job_id"] == f"job-{job.id}-0"


def test_a_job_that_waits_already_is_not_enqueued_again(job, enqueued):
    enqueue_reading(job)

    assert enqueue_reading(job)
    assert len(enqueued) == 1


def test_each_attempt_has_its_own_id(job, enqueued):
    enqueue_reading(job)
    job.attempts = 1
    enqueue_reading(job)

    assert [call["job_id"] for call in enqueued] == [f"job-{job.id}-0", f"job-{job.id}-1"]


def test_an_absent_redis_is_told_not_raised(job, app):
    app.extensions["queues"][QueueName.AI_PROCESSING].is_away = True

    assert not enqueue_reading(job)
