"""Tokens that were not made here, or not for this, open nothing: over HTTP and over the sockets."""

import base64
import json
from datetime import timedelta
from uuid import uuid4

import jwt
import pytest

from bookanalysis.blueprints.sockets import open_sockets
from bookanalysis.notifications import NAMESPACE
from tests.visitor import refused


def coded(value):
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def signed_with(key, algorithm="HS256"):
    return lambda claims, _key: jwt.encode(claims, key, algorithm)


def unsigned(name):
    return lambda claims, _key: f"{coded({'alg': name, 'typ': 'JWT'})}.{coded(claims)}."


def tampered(claims, key):
    head, _, signature = jwt.encode(claims, key, "HS256").split(".")
    return ".".join([head, coded({**claims, "user_id": str(uuid4()), "exp": claims["exp"] + 9}), signature])


FORGERIES = {
    "alg none": unsigned("none"),
    "alg None": unsigned("None"),
    "no alg": lambda claims, _key: f"{coded({})}.{coded(claims)}.",
    "another key": signed_with("another key that is long enough for HS256"),
    "another algorithm": lambda claims, key: jwt.encode(claims, key * 2, "HS512"),
    "changed claims": tampered,
    "no signature": lambda claims, key: jwt.encode(claims, key, "HS256").rpartition(".")[0] + ".",
}


@pytest.fixture
def claims(amina, app):
    return jwt.decode(amina.login.access, app.config["SECRET_KEY"], ["HS256"])


@pytest.fixture
def connects(app, config):
    sockets = open_sockets(app, config, message_queue=None)
    return lambda token: sockets.socketio.test_client(
        app, namespace=NAMESPACE, auth={"token": token}
    ).is_connected(NAMESPACE)


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_a_forged_token_opens_nothing(app, stranger, claims, connects, forge):
    token = forge(claims, app.config["SECRET_KEY"])
    stranger.headers = {"Authorization": f"Bearer {token}"}

    refused(stranger.get("/api/books/"), 401, "WRONG_TOKEN")
    refused(stranger.post("/api/auth/token/refresh/", json={"refresh": token}), 401, "WRONG_TOKEN")
    assert not connects(token)


def test_the_same_claims_signed_here_open(app, stranger, claims, connects):
    """The forgeries above fail for their signature alone."""
    token = jwt.encode(claims, app.config["SECRET_KEY"], "HS256")
    stranger.headers = {"Authorization": f"Bearer {token}"}

    assert stranger.get("/api/books/").status_code == 200
    assert connects(token)


def test_an_access_token_refreshes_nothing(stranger, amina):
    answer = stranger.post("/api/auth/token/refresh/", json={"refresh": amina.login.access})

    refused(answer, 401, "WRONG_TOKEN")


def test_a_token_of_no_session_opens_nothing(app, stranger, claims):
    token = jwt.encode({**claims, "sid": str(uuid4())}, app.config["SECRET_KEY"], "HS256")
    stranger.headers = {"Authorization": f"Bearer {token}"}

    refused(stranger.get("/api/books/"), 401, "SESSION_ENDED")


def test_a_token_that_has_no_end_is_as_old_as_its_session(app, stranger, claims, amina):
    token = jwt.encode(
        {**claims, "exp": claims["exp"] + int(timedelta(days=3650).total_seconds())},
        app.config["SECRET_KEY"],
        "HS256",
    )
    amina.post("/api/auth/logout/")
    stranger.headers = {"Authorization": f"Bearer {token}"}

    refused(stranger.get("/api/books/"), 401, "SESSION_ENDED")


def test_a_token_in_the_address_is_not_looked_at(stranger, amina):
    for name in ("jwt", "token", "access_token"):
        refused(stranger.get(f"/api/books/?{name}={amina.login.access}"), 401, "NOT_LOGGED_IN")


def test_an_access_cookie_opens_nothing(stranger, amina):
    stranger.client.set_cookie("access_token_cookie", amina.login.access)

    refused(stranger.get("/api/books/"), 401, "NOT_LOGGED_IN")
