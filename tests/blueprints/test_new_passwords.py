"""A new password: by the old one, or by a code."""

from datetime import timedelta

import pytest
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from bookanalysis.extensions import QueueName, db
from bookanalysis.models import Job, JobStatus, JobType, LoginSession, PasswordResetCode, User, utc_now
from bookanalysis.services.reset_codes import issue_code
from tests.rows import add, add_user
from tests.visitor import PASSWORD, data_of, refused

EMAIL = "amina@example.org"
NEW = "كلمة سر جديدة"
TWICE = {"new_password": NEW, "new_password_confirm": NEW}


def change(visitor, **fields):
    return visitor.post("/api/auth/password/change/", json={"old_password": PASSWORD, **TWICE, **fields})


def ask(visitor, email=EMAIL):
    return visitor.post("/api/auth/password/reset/", json={"email": email})


def confirm(visitor, code, email=EMAIL, **fields):
    form = {"email": email, "code": code, **TWICE, **fields}
    return visitor.post("/api/auth/password/confirm/", json=form)


def log_in(visitor, password):
    return visitor.post("/api/auth/login/", json={"email": EMAIL, "password": password})


def rows(table):
    return db.session.scalars(select(table)).all()


def another(code):
    return f"{(int(code) + 1) % 1_000_000:06}"


@pytest.fixture
def code(member, arrange):
    """A code that was sent to Amina."""

    def issue():
        user = db.session.get(User, member.user.id)
        issued = issue_code(user, add(Job(job_type=JobType.EMAIL, status=JobStatus.RUNNING, parameters={})))
        db.session.commit()
        return issued

    return arrange(issue)


@pytest.fixture
def alter(arrange):
    def alter(table, **columns):
        arrange(lambda: (db.session.execute(update(table).values(**columns)), db.session.commit()))

    return alter


@pytest.fixture
def statements(app):
    """What is asked of the database, commits too, without values."""
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
        event.listen(db.engine, "commit", lambda _: asked.append("COMMIT"))
    return asked


def test_a_changed_password_ends_all_sessions_this_one_too(member, stranger, arrange, posted):
    other = data_of(log_in(stranger, PASSWORD))

    assert change(member).status_code == 200

    refused(member.get("/api/books/"), 401, "SESSION_ENDED")
    stranger.headers = {"Authorization": f"Bearer {other['access']}"}
    refused(stranger.get("/api/books/"), 401, "SESSION_ENDED")
    refreshed = stranger.post("/api/auth/token/refresh/", json={"refresh": other["refresh"]})
    refused(refreshed, 401, "SESSION_ENDED")
    (notice,) = arrange(rows, Job)
    assert notice.parameters == {"kind": "password_changed"}
    assert [call["args"] for call in posted] == [[str(notice.id)]]


def test_only_the_new_password_opens_the_door(member, stranger):
    change(member)

    refused(log_in(stranger, PASSWORD), 401, "WRONG_CREDENTIALS")
    assert log_in(stranger, NEW).status_code == 200


def test_a_wrong_old_password_changes_nothing(member, posted):
    details = refused(change(member, old_password="كلمة أخرى"), 403, "WRONG_PASSWORD")

    assert details.keys() == {"old_password"}
    assert member.get("/api/books/").status_code == 200
    assert posted == []


def test_a_refusal_leaves_a_cookie_session_alone(member, stranger):
    form = {"email": EMAIL, "password": PASSWORD, "session": "cookie"}
    stranger.headers = {
        "Authorization": f"Bearer {data_of(stranger.post('/api/auth/login/', json=form))['access']}"
    }

    refused(change(stranger, old_password="كلمة أخرى"), 403, "WRONG_PASSWORD")
    assert stranger.client.get_cookie("refresh_token_cookie", path="/api/auth/")

    assert change(stranger).status_code == 200
    assert stranger.client.get_cookie("refresh_token_cookie", path="/api/auth/") is None


@pytest.mark.parametrize(
    "fields",
    [{"new_password": "short", "new_password_confirm": "short"}, {"new_password_confirm": "كلمة أخرى"}],
)
def test_a_new_password_is_long_and_said_twice(member, code, stranger, fields):
    for answer in (change(member, **fields), confirm(stranger, code, **fields)):
        details = refused(answer, 422, "VALIDATION_ERROR")
        assert details.keys() <= {"new_password", "new_password_confirm"}


def test_asking_for_a_code_leaves_a_letter_to_the_workers_and_no_more(stranger, arrange, posted):
    assert ask(stranger, "Amina@Example.org").status_code == 200

    (letter,) = arrange(rows, Job)
    assert (letter.user_id, letter.job_type) == (None, JobType.EMAIL)
    assert letter.parameters == {"kind": "password_reset", "email": EMAIL}
    assert [call["args"] for call in posted] == [[str(letter.id)]]
    assert EMAIL not in str(posted)
    assert arrange(rows, PasswordResetCode) == []


def test_asking_for_a_code_is_the_same_whether_there_is_an_account(stranger, arrange, statements):
    """The answer, and each statement."""
    arrange(add_user, EMAIL)
    arrange(add_user, "closed@example.org", is_active=False)
    seen = []
    for email in (EMAIL, "closed@example.org", "nobody@example.org"):
        statements.clear()
        seen.append((ask(stranger, email).data, list(statements)))

    assert seen[0] == seen[1] == seen[2]
    assert len(statements) == 2, statements


def test_a_letter_is_kept_while_redis_is_away(stranger, arrange, app):
    app.extensions["queues"][QueueName.EMAIL].is_away = True

    assert ask(stranger).status_code == 200

    assert [job.status for job in arrange(rows, Job)] == [JobStatus.PENDING]


def test_a_right_code_sets_the_password_and_ends_all_sessions_and_codes(
    member, stranger, code, arrange, posted
):
    assert confirm(stranger, code, email="AMINA@example.org").status_code == 200

    refused(member.get("/api/books/"), 401, "SESSION_ENDED")
    assert all(session.revoked_at for session in arrange(rows, LoginSession))
    assert all(row.is_used for row in arrange(rows, PasswordResetCode))
    assert log_in(stranger, NEW).status_code == 200
    assert len(posted) == 1


def test_a_code_may_be_typed_in_arabic_digits(stranger, code):
    assert confirm(stranger, code.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))).status_code == 200


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "12345\n", "½23456", None, 123456])
def test_a_code_has_six_digits(stranger, code):
    assert refused(confirm(stranger, code), 422, "VALIDATION_ERROR").keys() == {"code"}


def test_every_code_that_is_not_good_is_refused_alike(stranger, code, alter, visitor, statements):
    """The answer, and each statement."""
    visitor("badr@example.org")
    good = {"is_used": False, "tries": 0, "expires_at": utc_now() + timedelta(minutes=1)}

    def refusal(email=EMAIL, said=code, **columns):
        alter(PasswordResetCode, **{**good, **columns})
        statements.clear()
        answer = confirm(stranger, said, email=email)
        assert refused(answer, 403, "WRONG_RESET_CODE") == {}
        return answer.data, list(statements)

    refusals = [
        refusal(said=another(code)),
        refusal(email="nobody@example.org"),
        refusal(email="badr@example.org"),
        refusal(is_used=True),
        refusal(expires_at=utc_now()),
        refusal(tries=5),
    ]
    alter(User, is_active=False)
    refusals.append(refusal())

    assert all(each == refusals[0] for each in refusals)
    assert len(statements) == 3, statements
    alter(User, is_active=True)
    refused(log_in(stranger, NEW), 401, "WRONG_CREDENTIALS")


def test_a_code_is_good_once(stranger, code):
    assert confirm(stranger, code).status_code == 200

    refused(confirm(stranger, code), 403, "WRONG_RESET_CODE")


def test_a_code_takes_five_tries(stranger, code):
    for _ in range(4):
        refused(confirm(stranger, another(code)), 403, "WRONG_RESET_CODE")

    assert confirm(stranger, code).status_code == 200


def test_the_sixth_try_is_too_late(stranger, code):
    for _ in range(5):
        refused(confirm(stranger, another(code)), 403, "WRONG_RESET_CODE")

    refused(confirm(stranger, code), 403, "WRONG_RESET_CODE")


def test_a_confirmation_that_breaks_off_sets_no_password_and_costs_no_code(stranger, code, monkeypatch, app):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    monkeypatch.setattr(Session, "commit", lambda self: 1 // 0)
    refused(confirm(stranger, code), 500, "INTERNAL_ERROR")
    monkeypatch.undo()

    refused(log_in(stranger, NEW), 401, "WRONG_CREDENTIALS")
    assert confirm(stranger, code).status_code == 200


def test_a_new_password_stands_in_the_security_log(member, code, stranger, logged):
    confirm(stranger, code)
    change(member)

    (record,) = [each for each in logged.security if each["level"] == "info"]
    assert (record["event"], record["user_id"]) == ("password_reset", str(member.user.id))
    assert [each["event"] for each in logged.security] == ["password_reset", "refused"]
