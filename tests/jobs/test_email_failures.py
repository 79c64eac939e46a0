"""A letter's job when the server refuses or is away, and when runs die, with a real mail server."""

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.jobs import email as email_module
from bookanalysis.jobs.email import send_email
from bookanalysis.jobs.lease import take_lease
from bookanalysis.jobs.maintenance import sweep
from bookanalysis.mail.errors import MailNotSent
from bookanalysis.models import Job, JobStatus, PasswordResetCode, utc_now
from bookanalysis.services.reset_codes import redeem_code
from tests.jobs.letters import EMAIL, codes_in, fresh, is_now, letter_job
from tests.mail.server import mail_server
from tests.rows import add_user


class PowerCut(BaseException):
    """Ends a run as SIGKILL does: nothing in the run may handle it."""


@pytest.fixture
def user(context):
    return add_user(EMAIL)


def test_a_letter_that_was_sent_is_not_sent_again(user, server):
    job_id = letter_job()

    send_email(str(job_id))
    send_email(str(job_id))

    assert len(server.letters) == 1


def test_a_letter_that_another_run_holds_is_left_alone(user, server):
    job_id = letter_job()
    take_lease(job_id)
    db.session.commit()

    send_email(str(job_id))

    assert server.letters == []


def test_a_recipient_that_is_refused_for_good_is_not_tried_again(user, server):
    server.refuses_recipients = "550 no such user"
    job_id = letter_job()

    send_email(str(job_id))

    job = fresh(job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, "MAIL_REFUSED")
    assert "550" in job.error["en"]
    sweep()
    assert fresh(job_id).status is JobStatus.FAILED


def test_a_refusal_for_now_is_tried_again_with_the_jobs_delays(user, server):
    server.refuses_recipients = "451 busy"
    job_id = letter_job()
    waits = []
    for _ in range(3):
        with pytest.raises(MailNotSent):
            send_email(str(job_id))
        job = fresh(job_id)
        assert (job.status, job.error_code) == (JobStatus.PENDING, "MAIL_NOT_SENT")
        waits.append(round((job.retry_at - utc_now()).total_seconds()))
        is_now(job_id, retry_at=utc_now())
    with pytest.raises(MailNotSent):
        send_email(str(job_id))

    assert waits == [60, 120, 240]
    assert fresh(job_id).status is JobStatus.FAILED


def test_a_server_that_comes_back_gets_the_letter_with_its_one_code(user, config_with):
    with mail_server() as away:
        config_with(**away.settings, smtp_timeout=2)
    job_id = letter_job()
    for _ in range(3):
        with pytest.raises(MailNotSent):
            send_email(str(job_id))
        is_now(job_id, retry_at=utc_now())

    with mail_server(away.port) as back:
        send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.COMPLETED
    assert len(db.session.scalars(select(PasswordResetCode)).all()) == 1
    assert redeem_code(EMAIL, codes_in(back)[0]) == user.id


@pytest.mark.parametrize("cut", ["deliver", "_complete"])
def test_a_run_that_dies_loses_no_letter_and_sends_one_too_many_at_most(user, server, monkeypatch, cut):
    def cut_off(*_):
        raise PowerCut

    job_id = letter_job()
    monkeypatch.setattr(email_module, cut, cut_off)
    with pytest.raises(PowerCut):
        send_email(str(job_id))
    sent = len(server.letters)
    monkeypatch.undo()
    is_now(job_id, lease_until=utc_now() - timedelta(seconds=1))

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.COMPLETED
    assert len(server.letters) == sent + 1 <= 2
    assert len(set(codes_in(server))) == 1
    assert len({arrived["Message-ID"] for arrived in server.letters}) == 1
    assert redeem_code(EMAIL, codes_in(server)[0]) == user.id


def test_a_run_that_loses_its_job_while_it_sends_ends_quietly(user, server):
    job_id = letter_job()
    engine = db.engine

    def lose(_letter):
        with engine.begin() as connection:
            connection.execute(Job.__table__.update().values(lease_token=uuid4()))

    server.taken = lose

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.RUNNING


def test_a_letter_whose_hint_was_lost_is_swept_to_the_letters_queue(user, posted, enqueued):
    job_id = letter_job()
    is_now(job_id, updated_at=utc_now() - timedelta(minutes=1))

    sweep()

    assert [(call["func"], call["args"]) for call in posted] == [
        ("bookanalysis.jobs.email.send_email", [str(job_id)])
    ]
    assert enqueued == []


def test_a_letter_whose_runs_die_each_time_is_given_up(user, posted):
    job_id = letter_job()
    take_lease(job_id)
    db.session.commit()
    is_now(job_id, lease_until=utc_now() - timedelta(seconds=1), failures=3)

    sweep()

    assert (fresh(job_id).status, fresh(job_id).error_code) == (JobStatus.FAILED, "SENDING_INTERRUPTED")
    assert posted == []
