import json
from datetime import timedelta
from statistics import median
from threading import Barrier, Thread
from time import process_time
from uuid import UUID

import jwt
import pytest
from flask_jwt_extended import create_access_token
from sqlalchemy import update

from bookanalysis.extensions import db
from bookanalysis.models import LoginSession, User, utc_now
from tests.visitor import data_of, refused

AMINA = {"name": "أمينة", "email": "Amina@example.org", "password": "كلمة سر طويلة"}


def register(visitor, **changes):
    form = {**AMINA, "password_confirm": AMINA["password"], **changes}
    return visitor.post("/api/auth/register/", data=json.dumps(form), content_type="application/json")


def log_in(visitor, **changes):
    form = {"email": AMINA["email"], "password": AMINA["password"], **changes}
    return visitor.post("/api/auth/login/", json=form)


def refresh(visitor, token):
    return visitor.post("/api/auth/token/refresh/", json={"refresh": token})


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def tokens(stranger):
    register(stranger)
    return data_of(log_in(stranger))


@pytest.fixture
def change_session(arrange):
    def change(**columns):
        arrange(lambda: (db.session.execute(update(LoginSession).values(**columns)), db.session.commit()))

    return change


def test_registering_answers_the_account_without_its_password(stranger):
    answer = register(stranger)

    assert answer.status_code == 201
    assert data_of(answer).keys() == {"id", "name", "email", "created_at"}
    assert data_of(answer)["email"] == "amina@example.org"


def test_an_address_is_taken_whatever_its_case(stranger):
    register(stranger)

    details = refused(register(stranger, email="AMINA@EXAMPLE.ORG"), 409, "EMAIL_TAKEN")

    assert details.keys() == {"email"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "أ" * 256),
        ("name", " " + "أ" * 255),
        ("name", "a\x00b"),
        ("name", "\ud800"),
        ("email", "not an address"),
        ("email", None),
        ("password", "short"),
        ("password_confirm", "another one"),
        ("surplus", 1),
    ],
)
def test_a_wrong_field_is_named(stranger, field, value):
    details = refused(register(stranger, **{field: value}), 422, "VALIDATION_ERROR")

    assert field in details


def test_what_is_wrong_with_a_field_is_said_in_both_languages(stranger):
    details = refused(register(stranger, email="أمينة", name=None, surplus=1), 422, "VALIDATION_ERROR")

    assert details == {
        "email": [
            {
                "en": "This is not a complete e-mail address.",
                "ar": "هذا ليس عنوان بريد إلكتروني كاملًا.",
            }
        ],
        "name": [{"en": "This field may not be null.", "ar": "لا يصح أن تكون قيمة هذا الحقل null."}],
        "surplus": [{"en": "There is no such field here.", "ar": "لا يوجد هنا حقل بهذا الاسم."}],
    }


def test_login_answers_two_tokens_of_one_session_and_the_user(tokens, app):
    assert tokens.keys() == {"access", "refresh", "user"}
    access, refresh_token = (
        jwt.decode(tokens[name], app.config["SECRET_KEY"], algorithms=["HS256"])
        for name in ("access", "refresh")
    )

    assert access.keys() >= {"user_id", "email", "sid", "exp", "iat", "jti"}
    assert access["user_id"] == tokens["user"]["id"]
    assert access["sid"] == refresh_token["sid"]
    assert access["exp"] - access["iat"] == timedelta(hours=24).total_seconds()
    assert refresh_token["exp"] - refresh_token["iat"] == timedelta(days=7).total_seconds()


def test_login_is_remembered(tokens, arrange):
    user = arrange(lambda: db.session.get(User, UUID(tokens["user"]["id"])))

    assert utc_now() - user.last_login < timedelta(minutes=1)


@pytest.mark.parametrize("changes", [{"password": "wrong"}, {"email": "nobody@example.org"}])
def test_login_does_not_tell_whether_the_account_exists(stranger, changes):
    register(stranger)

    refused(log_in(stranger, **changes), 401, "WRONG_CREDENTIALS")


def test_login_takes_the_same_time_whether_the_account_exists(stranger):
    register(stranger)

    def seconds(**changes):
        """Of work, whatever else the machine is doing."""
        began = process_time()
        log_in(stranger, **changes)
        return process_time() - began

    both = [(seconds(password="wrong"), seconds(email="nobody@example.org")) for _ in range(5)]
    known, unknown = (median(times) for times in zip(*both, strict=True))

    assert 0.5 < known / unknown < 2


def test_a_closed_account_cannot_log_in_and_its_tokens_end(tokens, stranger, arrange):
    arrange(lambda: (db.session.execute(update(User).values(is_active=False)), db.session.commit()))

    refused(log_in(stranger), 401, "WRONG_CREDENTIALS")
    answer = stranger.client.get("/api/books/", headers=bearer(tokens["access"]))
    refused(answer, 401, "SESSION_ENDED")


@pytest.mark.parametrize("enter", [register, log_in])
def test_who_is_logged_in_does_not_enter_again(amina, enter):
    refused(enter(amina), 403, "ALREADY_LOGGED_IN")


def test_an_invalid_token_counts_as_none(stranger):
    stranger.headers = bearer("nonsense")

    assert register(stranger).status_code == 201
    assert log_in(stranger).status_code == 200


@pytest.mark.parametrize(
    ("headers", "error_code"),
    [
        ({}, "NOT_LOGGED_IN"),
        ({"Authorization": "Basic eDp5"}, "NOT_LOGGED_IN"),
        (bearer("nonsense"), "WRONG_TOKEN"),
        (bearer("a.b.c"), "WRONG_TOKEN"),
    ],
)
def test_no_good_token_no_entry(stranger, headers, error_code):
    refused(stranger.client.get("/api/books/", headers=headers), 401, error_code)


def test_an_expired_token_is_told_so(stranger, arrange):
    token = arrange(lambda: create_access_token("x", expires_delta=timedelta(seconds=-1)))

    refused(stranger.client.get("/api/books/", headers=bearer(token)), 401, "TOKEN_EXPIRED")


def test_a_token_without_a_session_opens_nothing(stranger, arrange):
    token = arrange(lambda: create_access_token("x"))

    refused(stranger.client.get("/api/books/", headers=bearer(token)), 401, "SESSION_ENDED")


def test_a_refresh_token_opens_nothing(tokens, stranger):
    refused(stranger.client.get("/api/books/", headers=bearer(tokens["refresh"])), 401, "WRONG_TOKEN")


def test_refreshing_changes_both_tokens(tokens, stranger):
    new = data_of(refresh(stranger, tokens["refresh"]))

    assert new["refresh"] != tokens["refresh"]
    assert stranger.client.get("/api/books/", headers=bearer(new["access"])).status_code == 200
    assert refresh(stranger, new["refresh"]).status_code == 200


def test_a_refresh_token_used_twice_at_once_is_told_so_and_the_session_lives(tokens, stranger):
    new = data_of(refresh(stranger, tokens["refresh"]))

    refused(refresh(stranger, tokens["refresh"]), 409, "REFRESHED_ALREADY")
    assert refresh(stranger, new["refresh"]).status_code == 200


def test_a_replay_after_the_grace_time_ends_the_session(tokens, stranger, change_session):
    new = data_of(refresh(stranger, tokens["refresh"]))
    change_session(rotated_at=utc_now() - timedelta(seconds=11))

    refused(refresh(stranger, tokens["refresh"]), 401, "SESSION_ENDED")
    refused(refresh(stranger, new["refresh"]), 401, "SESSION_ENDED")
    refused(stranger.client.get("/api/books/", headers=bearer(new["access"])), 401, "SESSION_ENDED")


def test_an_older_refresh_token_is_a_replay_at_once(tokens, stranger):
    newer = data_of(refresh(stranger, tokens["refresh"]))
    newest = data_of(refresh(stranger, newer["refresh"]))

    refused(refresh(stranger, tokens["refresh"]), 401, "SESSION_ENDED")
    refused(refresh(stranger, newest["refresh"]), 401, "SESSION_ENDED")


def test_of_parallel_refreshes_exactly_one_wins(tokens, visitor):
    together, answers = Barrier(4), []

    def race():
        racer = visitor()
        together.wait()
        answers.append(refresh(racer, tokens["refresh"]))

    racers = [Thread(target=race) for _ in range(4)]
    [racer.start() for racer in racers]
    [racer.join() for racer in racers]

    assert sorted(answer.status_code for answer in answers) == [200, 409, 409, 409]


def test_logout_ends_the_session_for_both_tokens(tokens, stranger):
    stranger.headers = bearer(tokens["access"])

    assert stranger.post("/api/auth/logout/").status_code == 200

    refused(stranger.get("/api/books/"), 401, "SESSION_ENDED")
    refused(refresh(stranger, tokens["refresh"]), 401, "SESSION_ENDED")


def test_logout_leaves_other_sessions_alone(tokens, stranger, visitor):
    other = data_of(log_in(visitor()))
    stranger.headers = bearer(tokens["access"])

    stranger.post("/api/auth/logout/")

    assert stranger.client.get("/api/books/", headers=bearer(other["access"])).status_code == 200


def test_a_cookie_session_keeps_the_refresh_token_from_scripts(stranger):
    register(stranger)

    answer = log_in(stranger, session="cookie")

    assert data_of(answer).keys() == {"access", "user"}
    cookie = stranger.client.get_cookie("refresh_token_cookie", path="/api/auth/")
    assert cookie.http_only
    assert cookie.same_site == "Strict"


def test_a_cookie_session_refreshes_with_its_csrf_header_only(stranger):
    register(stranger)
    log_in(stranger, session="cookie")
    csrf = {"X-CSRF-TOKEN": stranger.client.get_cookie("csrf_refresh_token").value}

    refused(stranger.post("/api/auth/token/refresh/"), 401, "NOT_LOGGED_IN")
    answer = stranger.post("/api/auth/token/refresh/", headers=csrf)

    assert data_of(answer).keys() == {"access", "user"}


def test_logout_forgets_the_cookies(stranger):
    register(stranger)
    stranger.headers = bearer(data_of(log_in(stranger, session="cookie"))["access"])

    stranger.post("/api/auth/logout/")

    assert stranger.client.get_cookie("refresh_token_cookie", path="/api/auth/") is None
    assert stranger.client.get_cookie("csrf_refresh_token") is None


@pytest.mark.parametrize("body", ["[]", "null", '"text"', "{", '{"refresh": 7}'])
def test_a_body_that_is_none_is_no_surprise(stranger, body):
    answer = stranger.post("/api/auth/token/refresh/", data=body, content_type="application/json")

    assert answer.status_code in (400, 401, 422)
    assert answer.json["status"] == "error"
