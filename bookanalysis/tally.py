"""What is used up of each budget: counted in Redis for all processes, by each for itself while it is away."""

import logging
from collections.abc import Callable
from math import ceil
from time import monotonic, time
from typing import TypeVar

from limits.storage import MemoryStorage, RedisStorage, Storage
from limits.strategies import FixedWindowRateLimiter
from redis import RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from bookanalysis.rates import Rates

logger = logging.getLogger(__name__)

KEY = "bookanalysis:limits"
PATIENCE = 0.5
"""Seconds that a request waits for Redis, at most."""
LOOK_EVERY = 10.0
"""Seconds without Redis until one request looks whether it is back."""

Counted = TypeVar("Counted")


class Tally:
    """Counts under a name, in windows that begin with the first time; one round trip a rate.

    What is refused is not counted: asking in vain does not lengthen the wait.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._windows = FixedWindowRateLimiter(storage)

    def take(self, name: str, rates: Rates) -> int:
        """0 if it may be done, and counted as done; else the seconds until it may be."""
        for number, rate in enumerate(rates, start=1):
            if not self._windows.hit(rate, name):
                self.give_back(name, rates[:number])
                return max(1, ceil(self._windows.get_window_stats(rate, name).reset_time - time()))
        return 0

    def give_back(self, name: str, rates: Rates) -> None:
        for rate in rates:
            self._storage.incr(rate.key_for(name), rate.get_expiry(), amount=-1)


class SharedTally:
    """Requests go on while Redis is away, and never wait for it one after the other."""

    def __init__(self, shared: Tally, alone: Tally) -> None:
        self.shared = shared
        self.alone = alone
        self._is_away = False
        self._look_at = 0.0

    def take(self, name: str, rates: Rates) -> int:
        return self._or_alone(lambda tally: tally.take(name, rates))

    def give_back(self, name: str, rates: Rates) -> None:
        self._or_alone(lambda tally: tally.give_back(name, rates))

    def _or_alone(self, count: Callable[[Tally], Counted]) -> Counted:
        if self._is_left_alone():
            return count(self.alone)
        try:
            counted = count(self.shared)
        except RedisError as error:
            self._leave_alone(error)
            return count(self.alone)
        self._is_away = False
        return counted

    def _is_left_alone(self) -> bool:
        """Of those who come when it is time to look, one looks."""
        now = monotonic()
        if not self._is_away:
            return False
        if now < self._look_at:
            return True
        self._look_at = now + LOOK_EVERY
        return False

    def _leave_alone(self, error: RedisError) -> None:
        if not self._is_away:
            logger.warning("Redis is away, this process counts requests for itself: %s", error)
        self._is_away = True
        self._look_at = monotonic() + LOOK_EVERY


def open_tally(redis_url: str) -> SharedTally:
    """Nothing connects before it is used."""
    return SharedTally(Tally(redis_storage(redis_url)), Tally(MemoryStorage()))


def redis_storage(url: str) -> RedisStorage:
    return RedisStorage(
        url,
        key_prefix=KEY,
        socket_connect_timeout=PATIENCE,
        socket_timeout=PATIENCE,
        retry=Retry(NoBackoff(), 0),  # type: ignore[arg-type]
    )
