from datetime import timedelta
from itertools import product
from uuid import uuid4

import pytest

from bookanalysis.errors import BookAnalysisError, NotAnEpub, WrongJobState
from bookanalysis.models import Job, JobStatus, utc_now


def job_that_is(status):
    return Job(status=status, attempts=0, failures=0)


def requeued_job():
    job = job_that_is("failed")
    job.requeue()
    return job


def soon():
    return utc_now() + timedelta(seconds=15)


MOVES = {
    "start": lambda job: job.start(uuid4(), soon()),
    "take_over": lambda job: job.take_over(uuid4(), soon()),
    "wait": lambda job: job.wait(soon(), BookAnalysisError()),
    "retry": lambda job: job.retry(soon(), BookAnalysisError()),
    "complete": lambda job: job.complete(),
    "fail": lambda job: job.fail(NotAnEpub()),
    "cancel": lambda job: job.cancel(),
    "requeue": lambda job: job.requeue(),
}
ARROWS = {
    ("pending", "start"): "running",
    ("pending", "fail"): "failed",
    ("pending", "cancel"): "cancelled",
    ("running", "take_over"): "running",
    ("running", "wait"): "pending",
    ("running", "retry"): "pending",
    ("running", "complete"): "completed",
    ("running", "fail"): "failed",
    ("running", "cancel"): "cancelled",
    ("failed", "requeue"): "failed",
}


@pytest.mark.parametrize(("status", "move"), ARROWS)
def test_an_arrow_leads_where_it_points(status, move):
    job = job_that_is(status)

    MOVES[move](job)

    assert job.status == ARROWS[status, move]


@pytest.mark.parametrize(("status", "move"), sorted(set(product(JobStatus, MOVES)) - set(ARROWS)))
def test_an_arrow_that_is_not_there_raises(status, move):
    job = job_that_is(status)

    with pytest.raises(WrongJobState):
        MOVES[move](job)

    assert job.status == status


def test_a_requeued_job_may_start_again():
    job = requeued_job()

    MOVES["start"](job)

    assert (job.status, job.retry_at) == ("running", None)


def test_a_requeued_job_that_fails_again_is_requeued_no_more():
    job = requeued_job()
    MOVES["start"](job)
    MOVES["fail"](job)

    with pytest.raises(WrongJobState):
        MOVES["start"](job)


def test_each_start_counts_as_an_attempt_and_keeps_the_first_start():
    job = job_that_is("pending")
    MOVES["start"](job)
    first = job.started_at
    MOVES["wait"](job)
    MOVES["start"](job)

    assert job.attempts == 2
    assert job.started_at == first
    assert job.error is None


def test_a_run_that_only_waits_is_no_failure():
    job = job_that_is("pending")
    for move in ("start", "wait", "start", "retry", "start"):
        MOVES[move](job)

    assert job.attempts == 3
    assert job.failures == 1


def test_a_run_that_died_is_a_failure():
    job = job_that_is("pending")
    MOVES["start"](job)
    job.lease_until = utc_now()
    MOVES["take_over"](job)

    assert job.failures == 1


def test_a_job_that_was_requeued_has_all_its_retries_again():
    job = requeued_job()
    job.failures = 4

    MOVES["start"](job)

    assert job.failures == 0


def test_a_living_run_is_not_taken_over():
    job = job_that_is("pending")
    MOVES["start"](job)

    with pytest.raises(WrongJobState):
        MOVES["take_over"](job)


@pytest.mark.parametrize("move", ["complete", "fail", "cancel"])
def test_an_ended_job_holds_no_lease(move):
    job = job_that_is("pending")
    MOVES["start"](job)

    MOVES[move](job)

    assert job.lease_token is None
    assert job.lease_until is None
    assert job.finished_at is not None


def test_a_cancelled_job_no_longer_says_why_it_waited():
    job = job_that_is("running")
    MOVES["wait"](job)

    job.cancel()

    assert (job.error, job.error_code, job.retry_at) == (None, None, None)


def test_a_failed_job_says_why_in_both_languages():
    job = job_that_is("running")

    job.fail(NotAnEpub())

    assert job.error_code == "NOT_AN_EPUB"
    assert job.error == {"en": NotAnEpub.en_text, "ar": NotAnEpub.ar_text}
