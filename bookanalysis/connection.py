"""A client's connection to eventlet's server: how long it may take, and what becomes of a body nobody reads.

Loaded once everything that blocks was patched.
"""

import json
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic
from typing import Any

import eventlet  # type: ignore[import-untyped]
from eventlet import wsgi
from werkzeug.exceptions import RequestTimeout

from bookanalysis.errors import NotUnderstood
from bookanalysis.green import PATIENCE

SECONDS_FOR_HEADERS = 20
SLOWEST = 20_000
"""Bytes a second that a body must come with, once `PATIENCE` is over."""
WORTH_READING = 64 * 1024
"""What is left of a body is read and forgotten up to this, so that the connection can go on."""
SECONDS_TO_HEAR = 2
"""For a client that still sends to hear why it was refused."""
BLOCK = 64 * 1024


_NOT_UNDERSTOOD = NotUnderstood()
NO_REQUEST = json.dumps(
    {
        "status": "error",
        **_NOT_UNDERSTOOD.sentences,
        "error_code": _NOT_UNDERSTOOD.error_code,
        "details": {},
    }
)
"""To bytes that are no HTTP, which the application never sees."""


class Body(wsgi.Input):  # type: ignore[misc]
    """What comes after the headers, within a time that its length decides."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.latest = monotonic() + PATIENCE + (self.content_length or 0) / SLOWEST

    @property
    def is_left(self) -> bool:
        """Whether too much was not read for anyone to read it; in chunks, nobody knows how much that is."""
        left: int = (self.content_length or 0) - self.position
        return bool(self.chunked_input) or left > WORTH_READING

    def _do_read(self, reader: Callable[[int], bytes], length: int | None = None) -> bytes:
        try:
            with eventlet.Timeout(max(0.0, self.latest - monotonic()), TimeoutError()):
                data: bytes = super()._do_read(reader, length)
        except TimeoutError as error:
            raise RequestTimeout from error
        return data


class Connection(wsgi.HttpProtocol):  # type: ignore[misc]
    default_request_version = "HTTP/1.0"  # an answer to what names none has a head, too
    error_content_type = "application/json"
    error_message_format = NO_REQUEST.replace("%", "%%")
    application: Callable[..., Any]
    body: Body | None = None

    def __init__(self, state: list[Any], server: wsgi.Server) -> None:
        server.debug = False  # a trace is for our log, not for the client
        super().__init__(state, server)

    def setup(self) -> None:
        """The last block of an answer does not wait until the client has confirmed the others."""
        super().setup()
        with suppress(OSError):
            self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, True)

    def _read_request_line(self) -> bytes:
        with eventlet.Timeout(PATIENCE, TimeoutError()):
            line: bytes = super()._read_request_line()
        return line

    def parse_request(self) -> bool:
        with eventlet.Timeout(SECONDS_FOR_HEADERS, TimeoutError()):
            is_one: bool = super().parse_request()
        return is_one

    def get_environ(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environ()
        found = environ["eventlet.input"]
        self.body = Body(
            found.rfile,
            found.content_length,
            self.connection,
            found.wfile,
            found.wfile_line,
            found.chunked_input,
        )
        environ["wsgi.input"] = environ["eventlet.input"] = self.body
        return environ

    def handle_one_response(self) -> None:
        self.application = partial(self._answer, self.application)
        super().handle_one_response()

    def _answer(
        self, application: Callable[..., Any], environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Any:
        """Say that the connection ends, before the answer goes out, if the body is not worth reading."""

        def start(*head: Any) -> Any:
            if self.body is not None and self.body.is_left:
                self.close_connection = True
            return start_response(*head)

        return application(environ, start)

    def finish(self) -> None:
        """A connection that is closed with bytes unread loses its answer on the way."""
        if self.body is not None and self.body.is_left:
            with suppress(OSError), eventlet.Timeout(SECONDS_TO_HEAR, False):
                self.connection.shutdown(socket.SHUT_WR)
                while self.connection.recv(BLOCK):
                    pass
        super().finish()
