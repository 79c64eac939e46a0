import threading
import time
from datetime import UTC, datetime

import pytest
from limits.storage import MemoryStorage

from bookanalysis.ai.readers.chat.memory import LocalPace, MemoryBoard
from bookanalysis.ai.readers.chat.pace import Limits, LimitsPace
from bookanalysis.ai.readers.errors import QuotaSpent

NOON = datetime(2026, 3, 1, 20, tzinfo=UTC).timestamp()
"""Noon in Los Angeles."""


class Clock:
    """Goes on only when somebody sleeps."""

    def __init__(self, now=NOON):
        self.now = now
        self.slept = []

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


def pace_by(clock, board=None, **limits):
    board = board or MemoryBoard()
    return LimitsPace(Limits(**limits), MemoryStorage(), board, name="m", clock=clock, sleep=clock.sleep)


def test_without_limits_nobody_waits():
    clock = Clock()
    pace = pace_by(clock)

    for _ in range(1000):
        pace.enter(100_000)

    assert clock.slept == []


def test_a_hold_makes_everyone_wait_who_shares_the_board():
    clock, board = Clock(), MemoryBoard()
    one, other = pace_by(clock, board), pace_by(clock, board)

    one.hold(17)
    other.enter(1)

    assert sum(clock.slept) == pytest.approx(17)


def test_the_longer_of_two_holds_counts():
    clock = Clock()
    pace = pace_by(clock)

    pace.hold(30)
    pace.hold(2)
    pace.enter(1)

    assert sum(clock.slept) == pytest.approx(30)


def test_a_spent_quota_closes_for_all_until_midnight_where_the_service_lives():
    clock, board = Clock(), MemoryBoard()
    one, other = pace_by(clock, board), pace_by(clock, board)

    with pytest.raises(QuotaSpent) as told:
        one.close_for_today()
    with pytest.raises(QuotaSpent) as found:
        other.enter(1)

    assert told.value.until == found.value.until == datetime(2026, 3, 2, 8, tzinfo=UTC)


def test_the_next_day_it_opens_again():
    clock = Clock()
    pace = pace_by(clock, requests_per_day=2)
    for _ in range(2):
        pace.enter(1)
    with pytest.raises(QuotaSpent):
        pace.enter(1)

    clock.now = NOON + 12 * 3600 + 1
    pace.enter(1)

    assert clock.slept == []


@pytest.mark.parametrize(
    ("limits", "tokens", "at_once"),
    [
        ({"requests_per_minute": 3}, 1, 3),
        ({"tokens_per_minute": 2000}, 1000, 2),
        ({"requests_per_minute": 9, "tokens_per_minute": 2000}, 500, 4),
        ({"tokens_per_minute": 2000}, 1_000_000, 1),
    ],
)
def test_a_full_window_makes_the_next_one_wait(limits, tokens, at_once):
    pace = LocalPace(Limits(**limits), window=1)
    entered = []

    for _ in range(at_once + 1):
        pace.enter(tokens)
        entered.append(time.monotonic())

    assert entered[at_once - 1] - entered[0] < 0.5
    assert entered[at_once] - entered[0] > 0.8


def test_who_waits_for_the_window_heeds_a_hold_that_comes_meanwhile():
    def sleep(seconds):
        time.sleep(seconds)
        if not told:
            told.append(seconds)
            pace.hold(1.5)

    told = []
    pace = LocalPace(Limits(requests_per_minute=1), window=1, sleep=sleep)
    started = time.monotonic()

    pace.enter(1)
    pace.enter(1)

    assert time.monotonic() - started > 1.9


def test_many_threads_together_keep_to_the_limit():
    pace = LocalPace(Limits(requests_per_minute=5), window=1)
    entered = []

    def enter():
        pace.enter(1)
        entered.append(time.monotonic())

    threads = [threading.Thread(target=enter) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    entered.sort()
    assert all(later - earlier > 0.8 for earlier, later in zip(entered, entered[5:], strict=False))
