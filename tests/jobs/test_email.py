"""What a letter's job sends, and to whom, with a real mail server."""

import logging

import pytest
from sqlalchemy import select

from bookanalysis.extensions import db
from bookanalysis.jobs.email import send_email
from bookanalysis.mail.letters import LetterKind
from bookanalysis.models import JobStatus, PasswordResetCode, User
from bookanalysis.services.reset_codes import redeem_code
from tests.jobs.letters import EMAIL, codes_in, fresh, letter_job
from tests.rows import add_user


@pytest.fixture
def user(context):
    return add_user(EMAIL)


def test_a_reset_letter_brings_a_code_that_works(user, server):
    job_id = letter_job()

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.COMPLETED
    assert server.recipients == [[EMAIL]]
    assert server.letters[0]["Message-ID"] == f"<{job_id}@example.org>"
    assert redeem_code(EMAIL, codes_in(server)[0]) == user.id


@pytest.mark.parametrize("kind", [LetterKind.WELCOME, LetterKind.PASSWORD_CHANGED])
def test_other_letters_go_to_the_users_address(user, server, kind):
    send_email(str(letter_job(kind, user_id=user.id)))

    assert server.recipients == [[EMAIL]]


def test_a_changed_address_is_told_to_the_old_one(user, server):
    send_email(str(letter_job(LetterKind.EMAIL_CHANGED, user_id=user.id, to="old@example.org")))

    assert server.recipients == [["old@example.org"]]


def test_a_name_cannot_put_words_or_headers_into_a_letter(context, server):
    user = add_user("badr@example.org", name="Buy now\r\nBcc: evil@example.org")

    for kind in (LetterKind.WELCOME, LetterKind.PASSWORD_CHANGED):
        send_email(str(letter_job(kind, user_id=user.id)))
    send_email(str(letter_job(to="badr@example.org")))

    assert server.recipients == [["badr@example.org"]] * 3
    for arrived in server.letters:
        assert arrived["Bcc"] is None
        assert not any("Buy now" in part.get_content() for part in arrived.iter_parts())


@pytest.mark.parametrize("columns", [{"email": "badr@example.org"}, {"is_active": False}])
def test_nobody_gets_a_code_without_an_open_account(context, server, columns):
    add_user(**{"email": EMAIL, **columns})
    job_id = letter_job()

    send_email(str(job_id))

    assert fresh(job_id).status is JobStatus.COMPLETED
    assert server.letters == []
    assert db.session.scalars(select(PasswordResetCode)).all() == []


def test_a_fourth_letter_within_an_hour_is_not_sent(user, server):
    jobs = [letter_job() for _ in range(4)]

    for job_id in jobs:
        send_email(str(job_id))

    assert len(server.letters) == 3
    assert fresh(jobs[3]).status is JobStatus.COMPLETED


def test_neither_codes_nor_addresses_are_in_logs_or_jobs(user, server, caplog):
    caplog.set_level(logging.DEBUG, logger="bookanalysis")
    job_id = letter_job()

    send_email(str(job_id))

    code = codes_in(server)[0]
    job = fresh(job_id)
    assert caplog.text
    assert code not in caplog.text
    assert EMAIL not in caplog.text
    assert code not in str([job.parameters, job.error, job.result])


def test_an_account_that_is_deleted_takes_its_letters_along(user, server):
    job_id = letter_job(LetterKind.WELCOME, user_id=user.id)
    db.session.delete(db.session.get(User, user.id))
    db.session.commit()

    send_email(str(job_id))

    assert server.letters == []


def test_without_a_server_letters_are_files(user, app):
    job_id = letter_job()

    send_email(str(job_id))

    (file,) = app.config["BOOKANALYSIS"].mail_folder.iterdir()
    assert file.name == f"{job_id}.eml"
    assert fresh(job_id).status is JobStatus.COMPLETED
