from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest
from langchain_core.exceptions import ModelPermissionDeniedError, ModelRateLimitError

from bookanalysis.ai.readers.chat.failures import LONGEST_WAIT, failure_of


class ClientError(Exception):
    """Shaped like those of Google's client (`details`) and OpenAI's (`body`)."""

    def __init__(self, status, headers=None, **shape):
        self.status_code = status
        self.response = httpx.Response(status, headers=headers)
        self.__dict__.update(shape)
        super().__init__(f"{status}")


@pytest.mark.parametrize("told", ["7", "7.0"])
def test_seconds_to_wait_are_read_from_the_header(told):
    assert failure_of(ClientError(429, {"Retry-After": told})).wait == 7


def test_a_date_to_wait_for_is_read_from_the_header():
    date = format_datetime(datetime.now(UTC) + timedelta(seconds=90))

    assert 85 < failure_of(ClientError(503, {"Retry-After": date})).wait <= 90


@pytest.mark.parametrize("told", ["soon", "-5", "0", "Mon, 01 Jan 2001 00:00:00 GMT"])
def test_a_header_that_says_nothing_is_no_wait(told):
    assert failure_of(ClientError(429, {"Retry-After": told})).wait is None


def test_nobody_waits_for_ever():
    assert failure_of(ClientError(429, {"Retry-After": "1e9"})).wait == LONGEST_WAIT


def test_what_is_wrapped_is_found():
    error = ModelRateLimitError("wrapped")
    error.__cause__ = ClientError(
        429, details={"error": {"status": "X", "message": "y", "details": [{"retryDelay": "3.5s"}]}}
    )

    failure = failure_of(error)

    assert (failure.status, failure.wait, failure.word) == (429, 3.5, "X: y")


def test_a_spent_account_is_spent_for_the_day():
    assert failure_of(ClientError(429, body={"code": "insufficient_quota", "message": "m"})).is_daily
    assert not failure_of(ClientError(429, body={"code": "rate_limit_exceeded"})).is_daily


@pytest.mark.parametrize(
    ("status", "is_refused", "is_key_refused"),
    [
        (400, True, False),
        (401, True, True),
        (403, True, True),
        (404, True, False),
        (408, False, False),
        (422, True, False),
        (429, False, False),
        (500, False, False),
        (503, False, False),
    ],
)
def test_a_status_says_whether_trying_again_can_help(status, is_refused, is_key_refused):
    failure = failure_of(ClientError(status))

    assert (failure.is_refused, failure.is_key_refused) == (is_refused, is_key_refused)


def test_any_langchain_model_says_it_by_its_class():
    assert failure_of(ModelPermissionDeniedError("no")).is_key_refused


@pytest.mark.parametrize("error", [ConnectionResetError(), httpx.ReadTimeout("slow"), ValueError("no JSON")])
def test_what_has_no_status_may_pass(error):
    failure = failure_of(error)

    assert failure.status is None
    assert not failure.is_refused
