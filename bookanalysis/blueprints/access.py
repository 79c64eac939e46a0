"""What is noted of each request: an id that all its records share, one record of access, and of security."""

import logging
import re
from dataclasses import dataclass
from time import perf_counter
from typing import Any
from uuid import uuid4

from flask import Flask, Response, g, request
from flask.signals import request_finished, request_started, request_tearing_down

from bookanalysis.blueprints.suspicion import note_refusal
from bookanalysis.config import config
from bookanalysis.logs.context import begin, note, noted
from bookanalysis.logs.security import note_requester

logger = logging.getLogger("bookanalysis.access")

REQUEST_ID = "X-Request-ID"
_FROM_A_PROXY = re.compile(r"[A-Za-z0-9-]{8,64}")
QUIET = frozenset({"/healthz", "/readyz", "/metrics"})
"""Asked every few seconds by machines."""
LONGEST_PATH = 300


@dataclass(frozen=True, slots=True)
class Began:
    request_id: str
    at: float


def register(app: Flask) -> None:
    """By signals: they come before the first and after the last of an application's own hooks."""
    request_started.connect(_begin, app)
    request_finished.connect(_end, app)
    request_tearing_down.connect(_forget, app)


def request_id() -> str:
    """Of the request under way."""
    began: Began = g.began
    return began.request_id


def _begin(_app: Flask, **_: Any) -> None:
    g.began = Began(_proxys_id() or uuid4().hex, perf_counter())
    begin(request_id=request_id())
    note_requester(request.remote_addr, request.user_agent.string)


def _proxys_id() -> str | None:
    """What a proxy of ours has called the request; a client's own words are never taken."""
    given = request.headers.get(REQUEST_ID, "")
    return given if config().trusted_proxies and _FROM_A_PROXY.fullmatch(given) else None


def _end(_app: Flask, response: Response, **_: Any) -> None:
    response.headers[REQUEST_ID] = request_id()
    note(
        method=request.method,
        path=request.path[:LONGEST_PATH],
        status=response.status_code,
        remote_addr=request.remote_addr,
    )
    note_refusal(response.status_code, g.get("refusal"))
    logger.log(
        _level(response.status_code),
        "request",
        extra={
            "route": request.url_rule.rule if request.url_rule else None,
            "ms": round((perf_counter() - g.began.at) * 1000, 1),
            "bytes": response.content_length,
            "user_id": noted().get("user_id"),
        },
    )


def _level(status: int) -> int:
    if status >= 500:  # noqa: PLR2004
        return logging.ERROR
    return logging.DEBUG if request.path in QUIET else logging.INFO


def _forget(_app: Flask, **_: Any) -> None:
    begin()
    note_requester(None, None)
