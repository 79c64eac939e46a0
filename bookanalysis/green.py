"""What belongs to eventlet alone. Only `python wsgi.py` loads this, before anything else."""

import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="(?s).*Eventlet is deprecated.*")
    import eventlet  # type: ignore[import-untyped]
    from eventlet import tpool
    from eventlet.wsgi import HttpProtocol  # type: ignore[import-untyped]

SECONDS_TO_END = 3
"""For the requests under way when the process is told to end."""
MOST_CONNECTIONS = 10_000
PATIENCE = 60
"""Seconds without a byte until a connection is closed; a socket's pings come more often."""
SECONDS_TO_HEAR_OUT = 30
"""For the rest of a body that nobody wants."""
THREADS = 3
"""For what is slow. Each keeps the memory of the largest thing it did: 19 MiB, a password's hash."""

run_in_thread = tpool.execute
"""Runs what would stall the loop, while other green threads go on."""


def patch() -> None:
    """Make what blocks give way to others; what was imported before may keep blocking."""
    eventlet.monkey_patch()
    tpool.set_num_threads(THREADS)


def server_options(close_sockets: Callable[[], None]) -> dict[str, Any]:
    return {
        "custom_pool": _PoolThatEnds(close_sockets),
        "protocol": _ListensToTheEnd,
        "socket_timeout": PATIENCE,
        "log_output": False,
    }


class _ListensToTheEnd(HttpProtocol):  # type: ignore[misc]
    """A client that is refused early may read the answer only once it has sent all.

    To close before that would take the answer away. eventlet reads the rest of a body where the connection
    stays open, but not where the client, or nginx in its name, wants it closed.
    """

    def handle_one_response(self) -> None:
        super().handle_one_response()
        body = self.environ["eventlet.input"]
        is_wanted = not body.should_send_hundred_continue
        if self.close_connection and is_wanted and body.position < (body.content_length or 0):
            with suppress(OSError), eventlet.Timeout(SECONDS_TO_HEAR_OUT, False):
                body.discard()


class _PoolThatEnds(eventlet.GreenPool):  # type: ignore[misc]
    """The server ends once all connections have; open sockets would keep it for ever."""

    def __init__(self, close_sockets: Callable[[], None]) -> None:
        super().__init__(MOST_CONNECTIONS)
        self.close_sockets = close_sockets

    def waitall(self) -> None:
        with eventlet.Timeout(SECONDS_TO_END, False):
            self.close_sockets()
            super().waitall()
