from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.jobs.purging import purge_traces_of_accounts
from bookanalysis.models import Job, JobStatus, JobType, LoginSession, PasswordResetCode, utc_now
from tests.rows import add, add_book, add_user


@pytest.fixture
def user(context):
    return add_user()


def ago(**time):
    return utc_now() - timedelta(**time)


def left(table):
    return set(db.session.scalars(select(table.id)))


def test_sessions_go_when_none_of_their_tokens_is_good(user):
    def session(**columns):
        return add(LoginSession(user_id=user.id, current_jti=str(uuid4()), **columns)).id

    session(expires_at=ago(minutes=1))
    session(expires_at=ago(minutes=1), revoked_at=ago(days=1))
    kept = session(expires_at=ago(minutes=-1)), session(expires_at=ago(minutes=-1), revoked_at=ago(minutes=1))

    purge_traces_of_accounts()

    assert left(LoginSession) == set(kept)


def test_codes_go_when_they_count_no_more(user):
    def code(**columns):
        return add(PasswordResetCode(user_id=user.id, code_hash="x", **columns)).id

    code(expires_at=ago(minutes=61))
    kept = code(expires_at=ago(minutes=59), is_used=True)

    purge_traces_of_accounts()

    assert left(PasswordResetCode) == {kept}


def test_letters_go_a_week_after_they_ended_and_readings_stay(user):
    def job(job_type=JobType.EMAIL, **columns):
        return add(Job(job_type=job_type, **columns)).id

    for status in (JobStatus.COMPLETED, JobStatus.FAILED):
        job(status=status, finished_at=ago(days=7, minutes=1))
    kept = {
        job(status=JobStatus.COMPLETED, finished_at=ago(days=6)),
        job(status=JobStatus.PENDING),
        job(
            JobType.PROCESS_BOOK,
            book_id=add_book(user).id,
            status=JobStatus.COMPLETED,
            finished_at=ago(days=9),
        ),
    }

    purge_traces_of_accounts()

    assert left(Job) == kept


def test_many_are_purged_in_small_transactions(user, monkeypatch):
    monkeypatch.setattr("bookanalysis.jobs.purging.AT_ONCE", 2)
    for _ in range(5):
        add(LoginSession(user_id=user.id, current_jti="x", expires_at=ago(minutes=1)))

    purge_traces_of_accounts()

    assert left(LoginSession) == set()
