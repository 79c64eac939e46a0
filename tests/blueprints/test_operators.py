"""Who gets to the dashboard of the queues, and for how long."""

from base64 import urlsafe_b64encode
from uuid import uuid4

import pytest
from flask_jwt_extended import create_access_token
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import event, update

from bookanalysis.extensions import db
from bookanalysis.models import LoginSession, User
from bookanalysis.services.operators import LIFETIME, give_pass
from tests.visitor import data_of, refused

COOKIE = "operator"
DOOR = "/api/auth/operator/"


class Answers:
    """A Redis that is there."""

    def ping(self):
        return True


@pytest.fixture(autouse=True)
def redis(app):
    app.extensions["redis"] = Answers()


@pytest.fixture
def change(arrange):
    def change(model, **columns):
        arrange(lambda: (db.session.execute(update(model).values(**columns)), db.session.commit()))

    return change


@pytest.fixture
def salma(visitor, change):
    """She is staff."""
    salma = visitor("salma@example.org")
    change(User, is_staff=True)
    return salma


@pytest.fixture
def inside(salma):
    """She has opened the dashboard."""
    assert salma.post(DOOR).status_code == 200
    return salma


def look(visitor):
    """At a small file of the dashboard, as a browser does: with the cookie alone."""
    return visitor.client.get("/rq/favicon.ico")


def look_with(visitor, value):
    visitor.client.set_cookie(COOKIE, value, path="/rq")
    return look(visitor)


def test_staff_get_a_cookie_for_an_hour_and_the_address(salma):
    answer = salma.post(DOOR)

    assert data_of(answer) == {"url": "/rq/", "expires_in": 3600}
    cookie = salma.client.get_cookie(COOKIE, path="/rq")
    assert (cookie.max_age, cookie.http_only, cookie.same_site) == (LIFETIME, True, "Strict")
    assert not cookie.secure
    assert look(salma).status_code == 200


def test_the_cookie_goes_over_https_alone_where_that_is_set(salma, config_with):
    config_with(cookie_secure=True)

    assert "Secure" in salma.post(DOOR).headers["Set-Cookie"]


def test_the_door_is_for_staff_alone(amina, stranger):
    refused(amina.post(DOOR), 403, "STAFF_ONLY")
    refused(stranger.post(DOOR), 401, "NOT_LOGGED_IN")
    assert "Set-Cookie" not in amina.post(DOOR).headers


def test_the_door_costs_one_query_and_so_does_each_look(app, inside):
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    look(inside)
    assert len(asked) == 1, asked
    inside.post(DOOR)
    assert len(asked) == 2, asked


def test_without_a_cookie_nobody_looks_in(stranger, salma, amina):
    for visitor in (stranger, salma, amina):
        refused(look(visitor), 401, "DASHBOARD_CLOSED")
    refused(salma.get("/rq/"), 401, "DASHBOARD_CLOSED")


@pytest.mark.parametrize(
    "path", ["/rq", "/rq/", "/rq/0/view/jobs", "/rq/0/data/queues.json", "/rq/static/css/main.css"]
)
def test_every_page_is_closed(stranger, path):
    refused(stranger.get(path), 401, "DASHBOARD_CLOSED")


def test_a_cookie_is_good_for_an_hour(inside, monkeypatch):
    now = URLSafeTimedSerializer.default_signer.get_timestamp
    later = {"seconds": LIFETIME - 5}
    monkeypatch.setattr(
        URLSafeTimedSerializer.default_signer, "get_timestamp", lambda signer: now(signer) + later["seconds"]
    )
    assert look(inside).status_code == 200

    later["seconds"] = LIFETIME + 5

    refused(look(inside), 401, "DASHBOARD_CLOSED")


SOME_SESSION = uuid4().hex
FORGED = {
    "nothing": lambda _: "",
    "no signature": lambda _: urlsafe_b64encode(SOME_SESSION.encode()).decode(),
    "another key": lambda _: URLSafeTimedSerializer("key", salt="bookanalysis dashboard").dumps(SOME_SESSION),
    "another purpose": lambda config: URLSafeTimedSerializer(config.key, salt="mail").dumps(SOME_SESSION),
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_forged_pass_opens_nothing(salma, config, kind):
    refused(look_with(salma, FORGED[kind](config)), 401, "DASHBOARD_CLOSED")


@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_a_token_is_no_pass(salma, kind):
    refused(look_with(salma, getattr(salma.login, kind)), 401, "DASHBOARD_CLOSED")


def test_a_pass_that_was_changed_opens_nothing(inside):
    value = inside.client.get_cookie(COOKIE, path="/rq").value

    refused(look_with(inside, f"{'A' if value[0] != 'A' else 'B'}{value[1:]}"), 401, "DASHBOARD_CLOSED")
    refused(look_with(inside, f"{value}x"), 401, "DASHBOARD_CLOSED")


def test_a_pass_opens_nothing_else(inside):
    value = inside.client.get_cookie(COOKIE, path="/rq").value

    answer = inside.client.get("/api/books/", headers={"Authorization": f"Bearer {value}"})

    refused(answer, 401, "WRONG_TOKEN")


def test_a_logout_ends_it_at_once_and_takes_the_cookie_back(inside):
    value = inside.client.get_cookie(COOKIE, path="/rq").value

    inside.post("/api/auth/logout/")

    assert inside.client.get_cookie(COOKIE, path="/rq") is None
    refused(look_with(inside, value), 401, "SESSION_ENDED")


def test_the_end_of_the_session_ends_it_at_once(inside, change):
    change(LoginSession, revoked_at=LoginSession.created_at)

    refused(look(inside), 401, "SESSION_ENDED")


def test_a_deactivated_account_is_out_at_once(inside, change):
    change(User, is_active=False)

    refused(look(inside), 401, "SESSION_ENDED")


def test_who_is_staff_no_more_is_out_at_once(inside, change):
    change(User, is_staff=False)

    refused(look(inside), 403, "STAFF_ONLY")


def test_a_pass_for_a_session_that_never_was_opens_nothing(arrange, salma):
    refused(look_with(salma, arrange(give_pass, User(is_staff=True), uuid4())), 401, "SESSION_ENDED")


def test_an_access_token_of_a_session_that_ended_opens_no_door(salma, change):
    change(LoginSession, revoked_at=LoginSession.created_at)

    refused(salma.post(DOOR), 401, "SESSION_ENDED")


def test_a_token_without_a_session_opens_no_door(app, salma, arrange):
    token = arrange(create_access_token, str(salma.user.id))

    refused(salma.client.post(DOOR, headers={"Authorization": f"Bearer {token}"}), 401, "SESSION_ENDED")


def test_who_opens_the_dashboard_stands_in_the_security_log(salma, logged):
    salma.post(DOOR)

    (record,) = logged.security
    assert (record["event"], record["user_id"]) == ("operator_logged_in", str(salma.user.id))
