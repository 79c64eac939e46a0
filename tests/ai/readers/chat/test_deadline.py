"""A call may take so long and no longer."""

import threading
from contextvars import ContextVar

import pytest

from bookanalysis.ai.readers.chat.deadline import in_time


def test_what_comes_in_time_is_returned():
    assert in_time(5, lambda: "answer") == "answer"


def test_what_is_raised_in_time_is_raised():
    def call():
        raise KeyError("no such model")

    with pytest.raises(KeyError, match="no such model"):
        in_time(5, call)


def test_what_takes_longer_is_given_up_and_keeps_no_process_alive():
    release = threading.Event()
    running = []

    def call():
        running.append(threading.current_thread())
        release.wait(10)

    with pytest.raises(TimeoutError):
        in_time(0.05, call)

    assert running[0].is_alive()
    assert running[0].daemon
    release.set()


def test_the_call_sees_the_callers_context():
    run = ContextVar("run", default="none")
    run.set("this one")

    assert in_time(5, run.get) == "this one"
