from uuid import UUID

import pytest
from flask_jwt_extended import decode_token
from sqlalchemy import update

from bookanalysis.blueprints.headers import NOTHING
from bookanalysis.blueprints.sockets import SECONDS_TO_LOG_IN, open_sockets
from bookanalysis.extensions import db
from bookanalysis.models import Job, JobStatus, JobType, User
from bookanalysis.notifications import NAMESPACE, Event, publish
from bookanalysis.services.sessions import end_session
from tests.rows import add, add_book, add_job
from tests.visitor import PASSWORD


@pytest.fixture
def sockets(app, config):
    sockets = open_sockets(app, config, message_queue=None)
    app.extensions["publisher"] = sockets.socketio
    return sockets


@pytest.fixture
def connect(app, sockets):
    """Connect with this `auth`, or with a visitor's access token."""

    def connect(auth):
        if hasattr(auth, "login"):
            auth = {"token": auth.login.access}
        return sockets.socketio.test_client(app, namespace=NAMESPACE, auth=auth)

    return connect


@pytest.fixture
def badr(visitor):
    return visitor("badr@example.org")


def job_of(visitor, **columns):
    return add_job(visitor.user, add_book(visitor.user), **columns)


def heard(client):
    return [(each["name"], each["args"][0]) for each in client.get_received(NAMESPACE)]


def is_connected(client):
    return client.is_connected(NAMESPACE)


@pytest.mark.parametrize(
    "auth",
    [None, {}, {"token": ""}, {"token": 7}, {"token": "x"}, {"token": "a.b.c"}, {"token": "\ud800"}, ["x"]],
)
def test_without_a_good_token_nobody_connects(connect, auth):
    assert not is_connected(connect(auth))


def test_a_refresh_token_does_not_connect(connect, amina):
    assert not is_connected(connect({"token": amina.login.refresh}))


def test_a_connection_in_the_clear_is_refused_where_https_is_forced(connect, config_with, amina):
    config_with(force_https=True)

    assert not is_connected(connect(amina))


def test_an_ended_session_does_not_connect(connect, amina):
    amina.post("/api/auth/logout/")

    assert not is_connected(connect(amina))


def test_whoever_connects_gets_the_active_jobs_of_their_own(connect, amina, badr, arrange):
    mine = arrange(job_of, amina, seq=3)
    arrange(job_of, amina, status=JobStatus.COMPLETED)
    arrange(job_of, badr)

    ((name, snapshot),) = heard(connect(amina))

    assert name == "snapshot"
    assert [(job["job_id"], job["seq"]) for job in snapshot["jobs"]] == [(str(mine.id), 3)]


def test_an_event_reaches_all_connections_of_its_user_and_no_other(connect, amina, badr, arrange):
    first, second, other = connect(amina), connect(amina), connect(badr)
    [client.get_received(NAMESPACE) for client in (first, second, other)]
    job = arrange(job_of, amina)

    arrange(publish, job, Event.PROGRESS)

    assert [name for name, _ in heard(first)] == ["progress"]
    assert [name for name, _ in heard(second)] == ["progress"]
    assert heard(other) == []


def test_a_connection_is_in_its_users_room_and_no_other(connect, sockets, amina):
    connect(amina)

    (sid,) = sockets.listeners
    rooms = set(sockets.socketio.server.rooms(sid, namespace=NAMESPACE))

    assert rooms == {sid, f"user_{amina.user.id}"}


@pytest.mark.parametrize("data", [{"message": "سلام"}, "text", None, [1, {"a": 2}]])
def test_echo_answers_what_it_was_sent(connect, amina, data):
    client = connect(amina)
    client.get_received(NAMESPACE)

    client.emit("echo", data, namespace=NAMESPACE)

    ((name, answer),) = heard(client)
    assert name == "echo"
    assert answer["data"] == data


def test_a_session_that_ends_closes_its_sockets_only(connect, sockets, amina, badr, arrange):
    mine, other = connect(amina), connect(badr)

    arrange(lambda: end_session(UUID(decode_token(amina.login.access)["sid"])))
    arrange(sockets.close_ended)

    assert not is_connected(mine)
    assert is_connected(other)
    assert len(sockets.listeners) == 1


def test_a_changed_password_closes_all_sockets_of_its_user(connect, sockets, member, badr, arrange):
    mine, other = connect(member), connect(badr)
    new = {"old_password": PASSWORD, "new_password": "كلمة جديدة", "new_password_confirm": "كلمة جديدة"}

    member.post("/api/auth/password/change/", json=new)
    arrange(sockets.close_ended)

    assert not is_connected(mine)
    assert is_connected(other)


def test_a_letter_is_no_part_of_the_snapshot(connect, amina, arrange):
    arrange(lambda: add(Job(user_id=amina.user.id, job_type=JobType.EMAIL)))

    ((_, snapshot),) = heard(connect(amina))

    assert snapshot["jobs"] == []


def test_a_closed_account_closes_its_sockets(connect, sockets, amina, arrange):
    mine = connect(amina)
    arrange(lambda: (db.session.execute(update(User).values(is_active=False)), db.session.commit()))

    arrange(sockets.close_ended)

    assert not is_connected(mine)


def test_a_socket_ends_with_its_token(connect, sockets, amina, arrange, monkeypatch):
    mine = connect(amina)
    (listener,) = sockets.listeners.values()

    monkeypatch.setattr("bookanalysis.blueprints.sockets.time", lambda: listener.expires_at - 1)
    arrange(sockets.close_ended)
    assert is_connected(mine)

    monkeypatch.setattr("bookanalysis.blueprints.sockets.time", lambda: listener.expires_at)
    arrange(sockets.close_ended)
    assert not is_connected(mine)


def test_who_leaves_is_not_watched(connect, sockets, amina):
    connect(amina).disconnect(NAMESPACE)

    assert sockets.listeners == {}


def test_a_connection_on_which_nobody_logs_in_is_closed(app, sockets, connect, amina):
    connect(amina)
    app.test_client().get("/socket.io/?EIO=4&transport=polling")
    connections = sockets.socketio.server.eio.sockets
    (stranger,) = connections.values()

    sockets.close_strangers(now=100)
    sockets.close_strangers(now=100 + SECONDS_TO_LOG_IN - 1)
    assert not stranger.closed

    sockets.close_strangers(now=100 + SECONDS_TO_LOG_IN)
    assert stranger.closed
    assert len(sockets.listeners) == 1


def test_what_the_socket_server_answers_is_protected(app, sockets):
    client = app.test_client()

    answers = [
        client.get("/socket.io/?EIO=4&transport=polling"),
        client.get("/socket.io/?EIO=9"),
        client.get("/x"),
    ]

    assert [answer.status_code for answer in answers] == [200, 400, 404]
    for answer in answers:
        assert answer.headers.getlist("X-Content-Type-Options") == ["nosniff"]
        assert answer.headers.getlist("Content-Security-Policy") == [NOTHING]
