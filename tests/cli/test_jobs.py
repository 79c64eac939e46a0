"""flask jobs and flask books: the same rules as the API's, from a terminal."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from bookanalysis.errors import NotAnEpub
from bookanalysis.extensions import db
from bookanalysis.models import Job, JobStatus
from tests.rows import add_book, add_job, add_user


@pytest.fixture
def flask(app):
    return lambda *arguments: app.test_cli_runner().invoke(args=arguments)


def failed_job():
    user = add_user()
    job = add_job(user, add_book(user))
    job.fail(NotAnEpub())
    db.session.commit()
    return job


@pytest.fixture
def failed(arrange):
    return arrange(failed_job)


@pytest.fixture
def waiting(arrange):
    def other():
        user = add_user("badr@example.org")
        return add_job(user, add_book(user))

    return arrange(other)


@pytest.fixture
def row(arrange):
    return lambda job: arrange(lambda: db.session.get_one(Job, job.id))


def test_all_jobs_are_listed_with_whose_they_are_and_why_they_failed(flask, failed, waiting):
    result = flask("jobs", "list")

    assert result.exit_code == 0
    assert all(str(job.id) in result.stdout for job in (failed, waiting))
    assert all(word in result.stdout for word in ("amina@example.org", "NOT_AN_EPUB", "process_book"))


def test_in_80_columns_each_id_can_be_copied_and_nothing_is_folded(flask, arrange):
    user = arrange(add_user, "a.reader.of.long.novels@library.example.org")
    job = arrange(lambda: add_job(user, add_book(user), status=JobStatus.RUNNING))
    arrange(waits_for_the_quota, job)

    lines = flask("jobs", "list").stdout.splitlines()

    assert max(map(len, lines)) <= 80
    assert [line.split() for line in lines] == [
        [str(job.id), "pending", "0", "%", *told_time(job.created_at)],
        ["process_book", "a.reader.of.long.novels@library.example.org"],
        ["READER_QUOTA_SPENT", "→", "2026-02-01", "08:00", "UTC"],
    ]


def waits_for_the_quota(job):
    job = db.session.merge(job)
    job.status, job.error_code = JobStatus.PENDING, "READER_QUOTA_SPENT"
    job.retry_at = datetime(2026, 2, 1, 8, tzinfo=UTC)
    db.session.commit()


def told_time(moment):
    return f"{moment:%Y-%m-%d %H:%M} UTC".split()


@pytest.mark.parametrize(
    ("options", "listed"),
    [
        (("--status", "failed"), {"failed"}),
        (("--status", "running"), set()),
        (("--type", "email"), set()),
        (("--type", "process_book"), {"failed", "waiting"}),
        (("--user", "Badr@example.org"), {"waiting"}),
        (("--limit", "1"), {"waiting"}),
    ],
)
def test_a_list_can_be_narrowed(flask, failed, waiting, options, listed):
    result = flask("jobs", "list", *options)

    assert result.exit_code == 0
    shown = {
        name for name, job in {"failed": failed, "waiting": waiting}.items() if str(job.id) in result.stdout
    }
    assert shown == listed
    assert bool(listed) != ("no such jobs" in result.stdout)


def test_a_failed_job_is_requeued(flask, failed, row, enqueued):
    result = flask("jobs", "requeue", str(failed.id))

    assert result.exit_code == 0, result.output
    assert row(failed).retry_at is not None
    assert [call["args"] for call in enqueued] == [[str(failed.id)]]


def test_a_waiting_job_is_cancelled(flask, waiting, row, published):
    result = flask("jobs", "cancel", str(waiting.id))

    assert result.exit_code == 0, result.output
    assert row(waiting).status is JobStatus.CANCELLED
    assert [event for event, _, _ in published] == ["job_cancelled"]


def test_a_book_is_read_again(flask, failed, enqueued):
    result = flask("books", "reprocess", str(failed.book_id))

    assert result.exit_code == 0, result.output
    (call,) = enqueued
    assert call["args"][0] in result.stdout


@pytest.fixture
def ids(failed, waiting):
    return {
        "a failed job": failed.id,
        "a waiting job": waiting.id,
        "a book that is read": waiting.book_id,
        "nothing": uuid4(),
        "no id": "no-id",
    }


@pytest.mark.parametrize(
    ("verb", "name", "code"),
    [
        ("jobs requeue", "a waiting job", "WRONG_JOB_STATE"),
        ("jobs requeue", "no id", "JOB_NOT_FOUND"),
        ("jobs cancel", "a failed job", "JOB_ENDED"),
        ("jobs cancel", "nothing", "JOB_NOT_FOUND"),
        ("books reprocess", "nothing", "BOOK_NOT_FOUND"),
        ("books reprocess", "a book that is read", "BOOK_IS_BEING_READ"),
    ],
)
def test_a_refusal_is_told_in_both_languages(flask, ids, verb, name, code):
    result = flask(*verb.split(), str(ids[name]))

    assert result.exit_code == 2
    assert code in result.stderr
    assert any("ء" <= letter <= "ي" for letter in result.stderr)


@pytest.mark.parametrize(
    "wrong",
    [
        ("jobs", "requeue"),
        ("jobs", "stop"),
        ("jobs", "list", "--status", "x"),
        ("books",),
        ("jobs", "list", "--limit", "0"),
    ],
)
def test_a_wrong_call_is_an_error(flask, wrong):
    assert flask(*wrong).exit_code == 1
