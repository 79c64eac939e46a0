"""What only bytes on the wire can show of the web process on eventlet."""

import subprocess
import sys
import time

import pytest

from tests.raw import Wire, ask, running

LOGIN = "POST /api/auth/login/ HTTP/1.1\nContent-Type: application/json\n"
UPLOAD = (
    "POST /api/books/ HTTP/1.1\r\nHost: books.example\r\nContent-Type: multipart/form-data; boundary=x\r\n"
)
BLOCK = b"x" * (1 << 20)


@pytest.fixture(scope="module")
def port(migrated):
    with running("wsgi.py", DATA_FOLDER=str(migrated)) as port:
        yield port


def test_no_answer_tells_which_server_it_is(port):
    answer = ask(port, "GET /healthz HTTP/1.1")

    assert answer.status == 200
    assert not {"server", "x-powered-by"} & answer.headers.keys()


@pytest.mark.parametrize("line", ["GET / HTTP/9.9", "GET / HTTP/x", "A B C HTTP/1.1", "سلام"])
def test_what_is_no_request_is_refused_like_one(port, line):
    with Wire(port) as wire:
        wire.send(f"{line}\r\n\r\n")
        answer = wire.hear()

    assert answer.error_code == "BAD_REQUEST"
    assert answer.headers["content-type"] == "application/json"


def test_a_body_in_chunks_is_refused_and_the_connection_ends(port):
    with Wire(port) as wire:
        wire.send(
            LOGIN.replace("\n", "\r\n")
            + "Host: books.example\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
        )
        answer = wire.hear()

    assert (answer.status, answer.error_code) == (411, "LENGTH_REQUIRED")
    assert answer.headers["connection"] == "close"


def test_a_chunk_size_without_end_is_not_listened_to(port):
    with Wire(port) as wire:
        wire.send(UPLOAD + "Transfer-Encoding: chunked\r\n\r\n")
        began = time.monotonic()
        wire.flood(b"1" * (1 << 20), megabytes=1 << 20)

    assert time.monotonic() - began < 8


def test_an_upload_of_a_stranger_is_refused_before_its_body(port):
    with Wire(port) as wire:
        wire.send(UPLOAD + f"Content-Length: {40 << 20}\r\n\r\n")
        answer = wire.hear_head()

    assert answer.status == 401
    assert answer.headers["connection"] == "close"


def test_an_upload_of_a_stranger_is_not_read_to_its_end(port):
    with Wire(port) as wire:
        wire.send(UPLOAD + f"Content-Length: {1 << 40}\r\n\r\n")
        wire.hear_head()
        began = time.monotonic()
        wire.flood(BLOCK, megabytes=1 << 20)

    assert time.monotonic() - began < 8


def test_who_sends_a_whole_refused_body_hears_why(port):
    with Wire(port) as wire:
        wire.send(UPLOAD + f"Content-Length: {4 << 20}\r\n\r\n")
        wire.flood(BLOCK, megabytes=4)
        answer = wire.hear()

    assert (answer.status, answer.error_code) == (401, "NOT_LOGGED_IN")


def test_a_small_refused_body_leaves_the_connection_to_the_next_request(port):
    request = LOGIN.replace("\n", "\r\n") + "Host: books.example\r\nContent-Length: 3\r\n\r\n{,}"
    with Wire(port) as wire:
        for _ in range(2):
            wire.send(request)
            assert wire.hear_head().status == 400


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (f"GET /{'a' * 9000} HTTP/1.1", 414),
        (f"GET /api/books/?{'a=1&' * 3000} HTTP/1.1", 414),
        (f"GET /healthz HTTP/1.1\nX-Long: {'a' * 9000}", 400),
        ("GET /healthz HTTP/1.1" + "".join(f"\nX-{n}: {'a' * 8000}" for n in range(9)), 400),
        (LOGIN + "Content-Length: -1", 400),
        (LOGIN + "Content-Length: many", 400),
        (LOGIN + "Content-Length: 2\nTransfer-Encoding: chunked", 400),
        (LOGIN + f"Content-Length: {2 << 20}", 413),
    ],
    ids=["path", "query", "header", "headers", "negative", "no number", "smuggled", "large"],
)
def test_a_head_that_is_too_much_is_refused(port, head, status):
    assert ask(port, head).status == status


def test_a_header_with_an_underscore_is_not_taken_for_another(port):
    """X_Forwarded_For and its like: the proxy does not overwrite them."""
    assert ask(port, "GET /api/books/ HTTP/1.1\nTransfer_Encoding: chunked").status == 401


ACCEPTED = """
from bookanalysis import green
green.patch()
import socket
from bookanalysis.connection import Connection
listener = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(listener.getsockname())
connection = Connection.__new__(Connection)
connection.request, _ = listener.accept()
connection.setup()
print(connection.request.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
"""


def test_the_last_block_of_an_answer_does_not_wait_for_the_others_to_be_confirmed():
    done = subprocess.run([sys.executable, "-c", ACCEPTED], capture_output=True, text=True, check=True)

    assert int(done.stdout) != 0


SLOW = """
from bookanalysis import green
green.patch()
import os
import eventlet, eventlet.wsgi
from bookanalysis import connection
from werkzeug.wrappers import Request, Response
connection.PATIENCE, connection.SECONDS_FOR_HEADERS, connection.SLOWEST = 1, 0.5, 1_000

@Request.application
def app(request):
    try:
        return Response(str(len(request.get_data())))
    except Exception as error:
        return error

eventlet.wsgi.server(eventlet.listen(("127.0.0.1", int(os.environ["PORT"]))), app,
    protocol=connection.Connection, socket_timeout=5, log_output=False)
"""


@pytest.fixture(scope="module")
def impatient():
    """The same connections with a patience of a second."""
    with running("-c", SLOW) as port:
        yield port


def drip(wire, text, seconds):
    """Send a letter at a time; how long the other side listened."""
    began = time.monotonic()
    try:
        for letter in text:
            wire.send(letter)
            time.sleep(0.05)
            if time.monotonic() - began > seconds:
                break
    except (BrokenPipeError, ConnectionResetError):
        pass
    return time.monotonic() - began


@pytest.mark.parametrize(
    "text", ["GET /" + "a" * 500, "GET / HTTP/1.1\r\nX-Slow: " + "a" * 500], ids=["line", "headers"]
)
def test_a_head_that_drips_ends_the_connection(impatient, text):
    with Wire(impatient) as wire:
        assert drip(wire, text, seconds=5) < 4


def test_a_body_that_drips_is_told_so(impatient):
    with Wire(impatient) as wire:
        wire.send("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 500\r\n\r\n")
        drip(wire, "a" * 500, seconds=3)
        answer = wire.hear()

    assert answer.status == 408


def test_a_body_that_comes_in_time_is_read(impatient):
    with Wire(impatient) as wire:
        wire.send("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 8\r\n\r\n")
        drip(wire, "a" * 8, seconds=3)
        answer = wire.hear()

    assert (answer.status, answer.body) == (200, b"8")
