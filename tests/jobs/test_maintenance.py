from datetime import timedelta

from bookanalysis.errors import NotAnEpub
from bookanalysis.extensions import db
from bookanalysis.jobs.lease import take_lease
from bookanalysis.jobs.maintenance import sweep
from bookanalysis.models import Book, Job, JobStatus, utc_now


def ago(**time):
    return utc_now() - timedelta(**time)


def is_now(job, **columns):
    """Change the row, also what the model changes by itself."""
    db.session.execute(Job.__table__.update().where(Job.id == job.id).values(**columns))
    db.session.commit()


def is_running(job, **columns):
    take_lease(job.id)
    db.session.commit()
    is_now(job, **columns)


def test_a_job_that_waits_and_is_not_in_the_queue_goes_there_once(job, enqueued):
    is_now(job, updated_at=ago(minutes=1))

    sweep()
    sweep()

    assert [call["args"] for call in enqueued] == [[str(job.id)]]


def test_a_job_that_was_just_uploaded_is_left_to_who_uploaded_it(job, enqueued):
    sweep()

    assert enqueued == []


def test_a_requeued_job_goes_to_the_queue_if_redis_was_away(job, enqueued):
    job.fail(NotAnEpub())
    job.requeue()
    db.session.commit()
    is_now(job, updated_at=ago(minutes=1))

    sweep()

    assert [call["args"] for call in enqueued] == [[str(job.id)]]


def test_a_job_that_failed_stays_out_of_the_queue(job, enqueued):
    job.fail(NotAnEpub())
    db.session.commit()
    is_now(job, updated_at=ago(minutes=1))

    sweep()

    assert enqueued == []


def test_a_job_whose_time_has_not_come_waits(job, enqueued):
    is_now(job, updated_at=ago(minutes=1), retry_at=utc_now() + timedelta(minutes=1))

    sweep()

    assert enqueued == []


def test_a_job_whose_run_died_is_enqueued_at_once_under_a_new_id(job, enqueued):
    is_running(job, lease_until=ago(seconds=1))

    sweep()

    assert [call["job_id"] for call in enqueued] == [f"job-{job.id}-1"]


def test_a_living_run_is_left_alone(job, fresh, enqueued):
    is_running(job)

    sweep()

    assert enqueued == []
    assert fresh().status is JobStatus.RUNNING


def test_a_job_past_its_time_is_ended(job, fresh, published):
    is_running(job, running_since=ago(minutes=31))

    sweep()

    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == db.session.get(Book, job.book_id).error_code == "JOB_TIMED_OUT"
    assert "30" in fresh().error["en"]
    assert [event for event, _, _ in published] == ["processing_failed"]


def test_the_time_that_a_job_waited_does_not_count(job, fresh):
    is_running(job, started_at=ago(hours=9), running_since=ago(minutes=1))

    sweep()

    assert fresh().status is JobStatus.RUNNING


def test_a_job_whose_runs_die_each_time_is_given_up(job, fresh, enqueued):
    is_running(job, lease_until=ago(seconds=1), attempts=4, failures=3)

    sweep()

    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == "READING_INTERRUPTED"
    assert enqueued == []
