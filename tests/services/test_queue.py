from uuid import uuid4

import pytest

from bookanalysis.errors import BookAnalysisError
from bookanalysis.extensions import QueueName
from bookanalysis.models import utc_now
from bookanalysis.services import queue
from bookanalysis.services.queue import enqueue_reading, stop_reading
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


@pytest.fixture
def stopped(monkeypatch):
    """The ids of the runs that workers were told to stop."""
    ids = []
    monkeypatch.setattr(queue, "send_stop_job_command", lambda _redis, run, **_: ids.append(run))
    return ids


def test_the_run_that_stops_is_the_one_that_was_enqueued(job, enqueued, stopped):
    enqueue_reading(job)
    job.start(uuid4(), utc_now())

    stop_reading(job)

    assert stopped == [call["job_id"] for call in enqueued]


def test_a_run_that_took_over_is_stopped_under_its_own_id(job, enqueued, stopped):
    job.start(uuid4(), utc_now())
    enqueue_reading(job)
    job.take_over(uuid4(), utc_now())

    stop_reading(job)

    assert stopped == [call["job_id"] for call in enqueued]


def test_a_job_that_waits_for_its_next_try_has_its_last_run_stopped(job, stopped):
    job.start(uuid4(), utc_now())
    job.retry(utc_now(), BookAnalysisError())
    job.cancel()

    stop_reading(job)

    assert stopped == [f"job-{job.id}-0"]


def test_a_job_that_never_ran_has_no_run_to_stop(job, stopped):
    stop_reading(job)

    assert stopped == []


def test_an_absent_redis_is_told_not_raised(job, app):
    app.extensions["queues"][QueueName.AI_PROCESSING].is_away = True

    assert not enqueue_reading(job)
