"""Why a request failed: read from what the providers' clients raise, whose shapes differ."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any

from langchain_core.exceptions import (
    ModelAuthenticationError,
    ModelInvalidRequestError,
    ModelNotFoundError,
    ModelPermissionDeniedError,
    ModelRateLimitError,
)

LONGEST_WAIT = 3600.0
_LONGEST_WORD = 200
_DURATION = re.compile(r"(\d+(?:\.\d+)?)s")
_KEY_REFUSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_MAY_PASS = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS})
_STATUS_OF = {
    ModelAuthenticationError: HTTPStatus.UNAUTHORIZED,
    ModelPermissionDeniedError: HTTPStatus.FORBIDDEN,
    ModelInvalidRequestError: HTTPStatus.BAD_REQUEST,
    ModelNotFoundError: HTTPStatus.NOT_FOUND,
    ModelRateLimitError: HTTPStatus.TOO_MANY_REQUESTS,
}


@dataclass(frozen=True, slots=True)
class Failure:
    """`status` is None where nothing that could be read came back; `wait` are the seconds we were told."""

    word: str
    status: int | None = None
    wait: float | None = None
    names_key: bool = False
    is_daily: bool = False

    @property
    def is_key_refused(self) -> bool:
        return self.names_key or self.status in _KEY_REFUSED

    @property
    def is_refused(self) -> bool:
        """Whether the same request would fail again."""
        return (
            self.status is not None
            and HTTPStatus.BAD_REQUEST <= self.status < HTTPStatus.INTERNAL_SERVER_ERROR
            and self.status not in _MAY_PASS
        )

    @property
    def is_too_fast(self) -> bool:
        return self.status == HTTPStatus.TOO_MANY_REQUESTS


def failure_of(error: BaseException) -> Failure:
    chain = list(_chain(error))
    status = next((status for each in chain if (status := _status(each)) is not None), None)
    body = next(filter(None, map(_body, chain)), {})
    details = [detail for detail in body.get("details") or () if isinstance(detail, Mapping)]
    return Failure(
        word=_word(error, body),
        status=status,
        wait=_retry_info(details) or next((w for each in chain if (w := _retry_after(each))), None),
        names_key=any(str(detail.get("reason", "")).startswith("API_KEY_") for detail in details),
        is_daily=body.get("code") == "insufficient_quota" or any(map(_is_daily, details)),
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _status(error: BaseException) -> int | None:
    for name in ("status_code", "code"):
        status = getattr(error, name, None)
        if isinstance(status, int) and status >= HTTPStatus.CONTINUE:
            return status
    return next((status for kind, status in _STATUS_OF.items() if isinstance(error, kind)), None)


def _body(error: BaseException) -> Mapping[str, Any]:
    """The error object of the service's body: `details` of Google's client, `body` of OpenAI's."""
    for name in ("details", "body"):
        body = getattr(error, name, None)
        if isinstance(body, Mapping):
            inner = body.get("error")
            return inner if isinstance(inner, Mapping) else body
    return {}


def _word(error: BaseException, body: Mapping[str, Any]) -> str:
    said = [str(body[key]) for key in ("status", "message") if body.get(key)]
    return (": ".join(said) or type(error).__name__)[:_LONGEST_WORD]


def _retry_info(details: list[Mapping[str, Any]]) -> float | None:
    for detail in details:
        told = _DURATION.fullmatch(str(detail.get("retryDelay", "")))
        if told:
            return min(float(told[1]), LONGEST_WAIT)
    return None


def _retry_after(error: BaseException) -> float | None:
    """Seconds or a date, as HTTP has it."""
    told = str(getattr(getattr(error, "response", None), "headers", {}).get("retry-after") or "")
    if not told:
        return None
    try:
        seconds = float(told)
    except ValueError:
        seconds = _seconds_until(told)
    return min(seconds, LONGEST_WAIT) if seconds > 0 else None


def _seconds_until(date: str) -> float:
    try:
        told = parsedate_to_datetime(date)
    except ValueError:
        return 0.0
    return (told.astimezone(UTC) - datetime.now(UTC)).total_seconds()


def _is_daily(detail: Mapping[str, Any]) -> bool:
    violations = detail.get("violations") or ()
    return any("PerDay" in str(each.get("quotaId", "")) for each in violations if isinstance(each, Mapping))
