"""A letter's job, with a real mail server."""

import logging
import re
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
from bookanalysis.mail.letters import LetterKind
from bookanalysis.models import Job, JobStatus, PasswordResetCode, User, utc_now
from bookanalysis.services.letters import add_letter
from bookanalysis.services.reset_codes import redeem_code
from tests.mail.server import mail_server
from tests.rows import add_user

EMAIL = "amina@example.org"


class PowerCut(BaseException):
    """Ends a run as SIGKILL does: nothing in the run may handle it."""


@pytest.fixture
def server(config_with):
    with mail_server() as server:
        config_with(**server.settings, mail_from="Books <books@example.org>", smtp_timeout=2)
        yield server


@pytest.fixture
def user(context):
    return add_user(EMAIL)


def letter(kind=LetterKind.PASSWORD_RESET, **whom):
    job = add_letter(kind, **(whom or {"to": EMAIL}))
    db.session.commit()
    return job.id


def fresh(job_id):
    db.session.rollback()
    return db.session.get(Job, job_id, populate_existing=True)


def codes_in(server):
    texts = [letter.get_body(("plain",)).get_content() for letter in server.letters]
    return [re.search(r"^\d{6}\r?$", text, re.MULTILINE).group().strip() for text in texts]


def is_now(job_id, **columns):
    db.session.execute(Job.__table__.update().where(Job.id == job_id).values(**columns))
    db.session.commit()


def test_a_reset_letter_brings_a_code_that_works(user, server):
    job_id = letter()

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.COMPLETED
    assert server.recipients == [[EMAIL]]
    assert server.letters[0]["Message-ID"] == f"<{job_id}@example.org>"
    assert redeem_code(EMAIL, codes_in(server)[0]) == user.id


@pytest.mark.parametrize("kind", [LetterKind.WELCOME, LetterKind.PASSWORD_CHANGED])
def test_other_letters_go_to_the_users_address(user, server, kind):
    send_email(str(letter(kind, user_id=user.id)))

    assert server.recipients == [[EMAIL]]


def test_a_changed_address_is_told_to_the_old_one(user, server):
    send_email(str(letter(LetterKind.EMAIL_CHANGED, user_id=user.id, to="old@example.org")))

    assert server.recipients == [["old@example.org"]]


def test_a_name_cannot_put_words_or_headers_into_a_letter(context, server):
    user = add_user("badr@example.org", name="Buy now\r\nBcc: evil@example.org")

    for kind in (LetterKind.WELCOME, LetterKind.PASSWORD_CHANGED):
        send_email(str(letter(kind, user_id=user.id)))
    send_email(str(letter(to="badr@example.org")))

    assert server.recipients == [["badr@example.org"]] * 3
    for arrived in server.letters:
        assert arrived["Bcc"] is None
        assert not any("Buy now" in part.get_content() for part in arrived.iter_parts())


@pytest.mark.parametrize("columns", [{"email": "badr@example.org"}, {"is_active": False}])
def test_nobody_gets_a_code_without_an_open_account(context, server, columns):
    add_user(**{"email": EMAIL, **columns})
    job_id = letter()

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.COMPLETED
    assert server.letters == []
    assert db.session.scalars(select(PasswordResetCode)).all() == []


def test_a_fourth_letter_within_an_hour_is_not_sent(user, server):
    jobs = [letter() for _ in range(4)]

    for job_id in jobs:
        send_email(str(job_id))

    assert len(server.letters) == 3
    assert fresh(jobs[3]).status is JobStatus.COMPLETED


def test_neither_codes_nor_addresses_are_in_logs_or_jobs(user, server, caplog):
    caplog.set_level(logging.DEBUG, logger="bookanalysis")
    job_id = letter()

    send_email(str(job_id))

    code = codes_in(server)[0]
    job = fresh(job_id)
    assert caplog.text
    assert code not in caplog.text
    assert EMAIL not in caplog.text
    assert code not in str([job.parameters, job.error, job.result])


def test_a_letter_that_was_sent_is_not_sent_again(user, server):
    job_id = letter()

    send_email(str(job_id))
    send_email(str(job_id))

    assert len(server.letters) == 1


def test_a_letter_that_another_run_holds_is_left_alone(user, server):
    job_id = letter()
    take_lease(job_id)
    db.session.commit()

    send_email(str(job_id))

    assert server.letters == []


def test_a_recipient_that_is_refused_for_good_is_not_tried_again(user, server):
    server.refuses_recipients = "550 no such user"
    job_id = letter()

    send_email(str(job_id))

    job = fresh(job_id)
    assert (job.status, job.error_code) == (JobStatus.FAILED, "MAIL_REFUSED")
    assert "550" in job.error["en"]
    sweep()
    assert fresh(job_id).status is JobStatus.FAILED


def test_a_refusal_for_now_is_tried_again_with_the_jobs_delays(user, server):
    server.refuses_recipients = "451 busy"
    job_id = letter()
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
    job_id = letter()
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

    job_id = letter()
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
    job_id = letter()
    engine = db.engine

    def lose(_letter):
        with engine.begin() as connection:
            connection.execute(Job.__table__.update().values(lease_token=uuid4()))

    server.taken = lose

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.RUNNING


def test_an_account_that_is_deleted_takes_its_letters_along(user, server):
    job_id = letter(LetterKind.WELCOME, user_id=user.id)
    db.session.delete(db.session.get(User, user.id))
    db.session.commit()

    send_email(str(job_id))

    assert server.letters == []


def test_without_a_server_letters_are_files(user, app):
    job_id = letter()

    send_email(str(job_id))

    (file,) = app.config["BOOKANALYSIS"].mail_folder.iterdir()
    assert file.name == f"{job_id}.eml"
    assert fresh(job_id).status is JobStatus.COMPLETED


def test_a_letter_whose_hint_was_lost_is_swept_to_the_letters_queue(user, posted, enqueued):
    job_id = letter()
    is_now(job_id, updated_at=utc_now() - timedelta(minutes=1))

    sweep()

    assert [(call["func"], call["args"]) for call in posted] == [
        ("bookanalysis.jobs.email.send_email", [str(job_id)])
    ]
    assert enqueued == []


def test_a_letter_whose_runs_die_each_time_is_given_up(user, posted):
    job_id = letter()
    take_lease(job_id)
    db.session.commit()
    is_now(job_id, lease_until=utc_now() - timedelta(seconds=1), failures=3)

    sweep()

    assert (fresh(job_id).status, fresh(job_id).error_code) == (JobStatus.FAILED, "SENDING_INTERRUPTED")
    assert posted == []
