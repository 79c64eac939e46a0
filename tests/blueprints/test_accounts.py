"""One's own account: what is shown, and what may be changed."""

import json

import pytest
from sqlalchemy import event, select

from bookanalysis.extensions import db
from bookanalysis.models import Job, JobType, LoginSession, PasswordResetCode, User, utc_now
from tests.rows import add, add_user
from tests.visitor import PASSWORD, data_of, refused

PROFILE = "/api/auth/profile/"


def row_of(visitor):
    return db.session.get(User, visitor.user.id)


def letters_about(kind):
    return [job for job in db.session.scalars(select(Job)) if job.parameters["kind"] == kind]


def test_the_profile_shows_who_one_is_and_no_secret(member):
    shown = data_of(member.get(PROFILE))

    assert shown.keys() == {"id", "name", "email", "created_at", "is_staff", "last_login"}
    assert shown["email"] == "amina@example.org"
    assert shown["is_staff"] is False
    assert shown["last_login"] is not None


@pytest.fixture
def queries(app):
    """What is asked of the database."""
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    return asked


def test_the_profile_costs_the_one_query_that_asks_who_it_is(member, queries):
    member.get(PROFILE)

    assert len(queries) == 1, queries


def test_a_refused_login_asks_the_same_whether_the_account_exists(member, stranger, queries):
    for email in ("amina@example.org", "nobody@example.org"):
        form = {"email": email, "password": "كلمة أخرى"}
        refused(stranger.post("/api/auth/login/", json=form), 401, "WRONG_CREDENTIALS")

    assert len(queries) == 2, queries
    assert queries[0] == queries[1]


@pytest.mark.parametrize("method", ["GET", "PUT"])
def test_nobody_has_a_profile_without_logging_in(stranger, method):
    refused(stranger.send(method, PROFILE, json={"name": "بدر"}), 401, "NOT_LOGGED_IN")


def test_a_name_is_changed_without_the_password(member, posted):
    changed = data_of(member.put(PROFILE, json={"name": " أمينة بنت سالم "}))

    assert changed["name"] == "أمينة بنت سالم"
    assert data_of(member.get(PROFILE)) == changed
    assert posted == []


def test_the_same_address_takes_no_password(member):
    answer = member.put(PROFILE, json={"name": "أمينة", "email": "Amina@Example.org"})

    assert data_of(answer)["email"] == "amina@example.org"


@pytest.mark.parametrize("password", [{}, {"password": "كلمة أخرى"}])
def test_another_address_takes_the_right_password(member, password):
    details = refused(
        member.put(PROFILE, json={"name": "أمينة", "email": "new@example.org", **password}),
        403,
        "WRONG_PASSWORD",
    )

    assert details.keys() == {"password"}
    assert data_of(member.get(PROFILE))["email"] == "amina@example.org"


def test_another_address_is_told_to_the_old_one_and_ends_codes_that_were_sent_there(member, arrange, posted):
    arrange(lambda: add(PasswordResetCode(user_id=member.user.id, code_hash="x", expires_at=utc_now())))
    new = {"name": "أمينة", "email": "New@example.org", "password": PASSWORD}

    assert data_of(member.put(PROFILE, json=new))["email"] == "new@example.org"

    (letter,) = arrange(letters_about, "email_changed")
    assert letter.parameters["email"] == "amina@example.org"
    assert [call["args"] for call in posted] == [[str(letter.id)]]
    assert arrange(lambda: db.session.scalars(select(PasswordResetCode.is_used)).all()) == [True]


def test_an_address_that_another_has_is_taken(member, arrange):
    arrange(add_user, "badr@example.org")

    details = refused(
        member.put(PROFILE, json={"name": "أمينة", "email": "BADR@example.org", "password": PASSWORD}),
        409,
        "EMAIL_TAKEN",
    )

    assert details.keys() == {"email"}
    assert data_of(member.get(PROFILE))["email"] == "amina@example.org"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"name": ""},
        {"name": "أ", "email": "x"},
        {"name": "أ", "is_staff": True},
        {"name": "أ", "last_login": None},
    ],
)
def test_a_profile_is_changed_in_its_own_fields_only(member, form):
    refused(member.put(PROFILE, json=form), 422, "VALIDATION_ERROR")


def test_who_registers_is_welcomed(stranger, arrange, posted):
    form = {"name": "أمينة", "email": "amina@example.org", "password": PASSWORD, "password_confirm": PASSWORD}

    stranger.post("/api/auth/register/", json=form)

    (letter,) = arrange(letters_about, "welcome")
    assert [call["args"] for call in posted] == [[str(letter.id)]]
    assert str(letter.user_id) == str(arrange(lambda: db.session.scalars(select(User.id)).one()))


def test_who_is_refused_at_the_door_is_not_welcomed(stranger, arrange, posted):
    arrange(add_user, "amina@example.org")
    form = {"name": "أمينة", "email": "amina@example.org", "password": PASSWORD, "password_confirm": PASSWORD}

    refused(stranger.post("/api/auth/register/", json=form), 409, "EMAIL_TAKEN")

    assert arrange(letters_about, "welcome") == posted == []


def test_a_list_of_jobs_shows_no_code_and_no_parameters(member, arrange):
    about = {"kind": "email_changed", "email": "old@example.org", "code_id": 7}
    arrange(lambda: add(Job(user_id=member.user.id, job_type=JobType.EMAIL, parameters=about)))

    listed = member.get("/api/jobs/?type=email")

    assert [job["job_type"] for job in data_of(listed)] == ["email"]
    assert not any(word in listed.text for word in ("parameters", "old@example.org", "code_id", "kind"))


def test_a_password_that_changes_while_it_is_checked_opens_no_session(stranger, member, arrange, monkeypatch):
    """The check of a password takes time, in which another request may change it."""

    def change_meanwhile(password_hash, password):
        arrange(lambda: (setattr(row_of(member), "password_hash", "another"), db.session.commit()))
        return True

    monkeypatch.setattr("bookanalysis.services.accounts.password_fits", change_meanwhile)
    sessions = arrange(lambda: len(db.session.scalars(select(LoginSession)).all()))

    form = {"email": "amina@example.org", "password": PASSWORD}
    refused(stranger.post("/api/auth/login/", json=form), 401, "WRONG_CREDENTIALS")

    assert arrange(lambda: len(db.session.scalars(select(LoginSession)).all())) == sessions


@pytest.mark.parametrize("email", ["\ud800", "a\x00@example.org"])
@pytest.mark.parametrize("path", ["login/", "password/reset/", "password/confirm/"])
def test_an_address_that_is_no_text_is_told_so(stranger, path, email):
    twice = {"new_password": PASSWORD, "new_password_confirm": PASSWORD, "code": "123456"}
    form = {"login/": {"password": PASSWORD}, "password/confirm/": twice}.get(path, {})

    body = json.dumps({"email": email, **form})

    answer = stranger.post(f"/api/auth/{path}", data=body, content_type="application/json")

    assert refused(answer, 422, "VALIDATION_ERROR").keys() == {"email"}
