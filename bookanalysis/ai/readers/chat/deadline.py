"""A call that ends in time, whatever the other side does."""

from collections.abc import Callable
from concurrent.futures import Future
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

T = TypeVar("T")


def in_time(seconds: float, call: Callable[[], T]) -> T:
    """What the call returns or raises; `TimeoutError` when that takes longer.

    The clients' own timeouts are for each read: a service that sends a byte now and then would be listened
    to for ever. A call that is given up goes on in its thread, which keeps no process from ending.
    """
    outcome: Future[T] = Future()
    context = copy_context()
    Thread(target=lambda: context.run(_settle, outcome, call), name="call", daemon=True).start()
    return outcome.result(seconds)


def _settle(outcome: "Future[T]", call: Callable[[], T]) -> None:
    try:
        outcome.set_result(call())
    except BaseException as error:  # noqa: BLE001  raised again in the thread that waits
        outcome.set_exception(error)
