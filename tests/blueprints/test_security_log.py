"""What an operator must see, each in one record of the security log."""

from io import BytesIO

import pytest
from werkzeug.exceptions import TooManyRequests

from bookanalysis.blueprints.sockets import open_sockets
from bookanalysis.logs import security
from bookanalysis.notifications import NAMESPACE
from bookanalysis.services.accounts import add_account
from tests.visitor import data_of

PASSWORD = "a long password of hers"


@pytest.fixture
def her_account(arrange):
    return arrange(add_account, "أمينة", "amina@example.org", PASSWORD)


def log_in(visitor, email="amina@example.org", password="a wrong password"):
    return visitor.post("/api/auth/login/", json={"email": email, "password": password})


def test_who_is_not_logged_in_is_seen(stranger, logged):
    answer = stranger.client.get("/api/books/", headers={"User-Agent": f"scanner/1.0 {'x' * 300}"})

    (record,) = logged.security
    assert (record["event"], record["level"]) == ("refused", "warning")
    assert (record["status"], record["error_code"]) == (401, "NOT_LOGGED_IN")
    assert (record["method"], record["path"]) == ("GET", "/api/books/")
    assert record["request_id"] == answer.headers["X-Request-ID"]
    assert record["remote_addr"] == "127.0.0.1"
    assert record["user_agent"].startswith("scanner/1.0")
    assert len(record["user_agent"]) == 200


def test_a_forged_token_is_seen_and_not_told(stranger, logged):
    stranger.client.get("/api/books/", headers={"Authorization": "Bearer eyJhbGciOi.eyJzdWIi.forged"})

    (record,) = logged.security
    assert record["error_code"] == "WRONG_TOKEN"
    assert "forged" not in str(logged.lines)


def test_a_403_tells_who_it_was(amina, logged):
    log_in(amina)

    (record,) = logged.security
    assert (record["event"], record["status"]) == ("refused", 403)
    assert record["user_id"] == str(amina.user.id)


def test_failed_logins_at_one_account_are_seen_as_such(stranger, her_account, logged):
    for email in ("amina@example.org", "AMINA@example.org", "anwar@example.org"):
        log_in(stranger, email)

    records = logged.security
    assert [record["event"] for record in records] == ["login_failed"] * 3
    assert records[0]["account"] == "a***@example.org"
    assert records[0]["account_hash"] == records[1]["account_hash"] != records[2]["account_hash"]
    assert "amina@" not in str(logged.lines).lower()
    assert "a wrong password" not in str(logged.lines)


def test_a_login_leaves_neither_password_nor_tokens(stranger, her_account, logged):
    tokens = data_of(log_in(stranger, password=PASSWORD))

    assert logged.security == []
    for secret in (PASSWORD, tokens["access"], tokens["refresh"]):
        assert secret not in str(logged.lines)


def test_a_replayed_token_is_one_record(amina, logged, config_with):
    config_with(refresh_grace_seconds=0)
    replayed = {"Authorization": f"Bearer {amina.login.refresh}"}
    first = amina.client.post("/api/auth/token/refresh/", headers=replayed)

    second = amina.client.post("/api/auth/token/refresh/", headers=replayed)

    assert (first.status_code, second.status_code) == (200, 401)
    (record,) = logged.security
    assert (record["event"], record["error_code"]) == ("token_replayed", "SESSION_ENDED")
    assert record["user_id"] == str(amina.user.id)


def test_a_refused_upload_is_seen_by_its_code(amina, logged):
    amina.upload(BytesIO(b"no book at all"))

    (record,) = logged.security
    assert (record["event"], record["error_code"]) == ("upload_refused", "NOT_AN_EPUB")
    assert "no book at all" not in str(logged.lines)


def test_a_429_is_seen_whoever_makes_it(app, stranger, logged):
    def too_many():
        raise TooManyRequests

    app.add_url_rule("/often", view_func=too_many)
    stranger.get("/often")

    assert [(record["event"], record["status"]) for record in logged.security] == [("rate_limited", 429)]


def test_what_is_in_order_or_merely_wrong_is_not_there(amina, logged):
    amina.get("/api/books/")
    amina.get("/api/nowhere/")
    amina.post("/api/auth/register/", json=[])

    assert [record["status"] for record in logged.security] == [403]


def test_a_refused_socket_is_seen(app, config, logged):
    sockets = open_sockets(app, config, message_queue=None)

    sockets.socketio.test_client(app, namespace=NAMESPACE, auth={"token": "eyJx.eyJy.forged"})

    (record,) = logged.security
    assert (record["event"], record["error_code"], record["route"]) == ("refused", "WRONG_TOKEN", "socket")
    assert "forged" not in str(logged.lines)


def test_an_opened_socket_is_told_without_its_id(app, config, amina, logged):
    sockets = open_sockets(app, config, message_queue=None)
    client = sockets.socketio.test_client(app, namespace=NAMESPACE, auth={"token": amina.login.access})
    (sid,) = sockets.listeners
    client.disconnect(namespace=NAMESPACE)

    opened, closed = logged.of("bookanalysis.blueprints.sockets")
    assert (opened["event"], closed["event"]) == ("Socket opened", "Socket closed")
    assert opened["user_id"] == closed["user_id"] == str(amina.user.id)
    assert opened["socket"] == closed["socket"]
    assert sid not in str(logged.lines)


def test_what_was_allowed_is_information_and_what_was_refused_a_warning(context, logged):
    for event in security.SecurityEvent:
        security.note_security_event(event)

    levels = {record["event"]: record["level"] for record in logged.security}
    assert levels["password_changed"] == levels["account_deleted"] == "info"
    assert levels["login_failed"] == levels["token_replayed"] == "warning"
