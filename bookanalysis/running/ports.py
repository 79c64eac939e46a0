"""The address that the web process is to listen at."""

import errno
import socket

from bookanalysis.running.errors import AddressNotUsable, PortTaken

LAST_PORT = 65535


def check_free(host: str, port: int) -> None:
    """Raise what says why nothing can listen there."""
    if not 0 < port <= LAST_PORT:
        raise AddressNotUsable(host=host, port=port, reason="no such port")
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise PortTaken(port=port, other=free_port(host)) from error
        raise AddressNotUsable(host=host, port=port, reason=error.strerror) from error


def free_port(host: str) -> int:
    with socket.create_server((host, 0)) as server:
        return int(server.getsockname()[1])


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds what listens at `host`."""
    name = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  compared only
    return f"http://{name}:{port}"
