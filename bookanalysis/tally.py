"""What is used up of each budget: counted in Redis for all processes, by each for itself while it is away."""

import logging
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Protocol, TypeVar, cast

from redis import Redis, RedisError
from redis.backoff import NoBackoff
from redis.retry import Retry

from bookanalysis.rates import Rates

logger = logging.getLogger(__name__)

KEY = "bookanalysis:limits"
PATIENCE = 0.5
"""Seconds that a request waits for Redis, at most."""
LOOK_EVERY = 10.0
"""Seconds without Redis until one request looks whether it is back."""
MOST_COUNTS = 20_000
"""That a process keeps for itself; what floods it must not take all its memory."""

Counted = TypeVar("Counted")

TAKE = """
local wait = 0
for i, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or 0) >= tonumber(ARGV[2 * i - 1]) then
        wait = math.max(wait, 1, redis.call('PTTL', key))
    end
end
if wait == 0 then
    for i, key in ipairs(KEYS) do
        if redis.call('INCR', key) == 1 then redis.call('PEXPIRE', key, ARGV[2 * i]) end
    end
end
return wait
"""
"""All rates of a budget in one step, so that of those who ask at once no more get in than may."""

GIVE_BACK = """
for _, key in ipairs(KEYS) do
    if tonumber(redis.call('GET', key) or 0) > 0 then redis.call('DECR', key) end
end
"""


class Tally(Protocol):
    """Counts under a name. What is refused is not counted: asking in vain does not lengthen the wait."""

    def take(self, name: str, rates: Rates) -> float:
        """0 if it may be done, and counted as done; else the seconds until it may be."""

    def give_back(self, name: str, rates: Rates) -> None: ...


class RedisTally:
    """One round trip, whatever is asked. A number for each name and rate, gone when its window ends."""

    def __init__(self, url: str) -> None:
        redis = Redis.from_url(
            url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE, retry=Retry(NoBackoff(), 0)
        )
        self._take = redis.register_script(TAKE)
        self._give_back = redis.register_script(GIVE_BACK)

    def take(self, name: str, rates: Rates) -> float:
        bounds = [number for rate in rates for number in (rate.amount, rate.seconds * 1000)]
        return cast(int, self._take(keys=_keys(name, rates), args=bounds)) / 1000

    def give_back(self, name: str, rates: Rates) -> None:
        self._give_back(keys=_keys(name, rates))


class OwnTally:
    """The same, in the memory of this process."""

    def __init__(self) -> None:
        self._counts: dict[str, tuple[int, float]] = {}
        """How many, and when the window ends."""
        self._lock = Lock()

    def take(self, name: str, rates: Rates) -> float:
        now = monotonic()
        with self._lock:
            counts = {key: self._count(key, now) for key in _keys(name, rates)}
            full = [
                end - now
                for (used, end), rate in zip(counts.values(), rates, strict=True)
                if used >= rate.amount
            ]
            if full:
                return max(full)
            self._make_room(now)
            for (key, (used, end)), rate in zip(counts.items(), rates, strict=True):
                self._counts[key] = (used + 1, end if used else now + rate.seconds)
        return 0

    def give_back(self, name: str, rates: Rates) -> None:
        now = monotonic()
        with self._lock:
            for key in _keys(name, rates):
                used, end = self._count(key, now)
                self._counts[key] = (max(0, used - 1), end)

    def _count(self, key: str, now: float) -> tuple[int, float]:
        used, end = self._counts.get(key, (0, 0.0))
        return (used, end) if end > now else (0, 0.0)

    def _make_room(self, now: float) -> None:
        if len(self._counts) >= MOST_COUNTS:
            self._counts = {key: count for key, count in self._counts.items() if count[1] > now}
        if len(self._counts) >= MOST_COUNTS:
            self._counts.clear()


class SharedTally:
    """Requests go on while Redis is away, and never wait for it one after the other."""

    def __init__(self, shared: Tally, alone: Tally) -> None:
        self.shared = shared
        self.alone = alone
        self._is_away = False
        self._look_at = 0.0

    def take(self, name: str, rates: Rates) -> float:
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
    return SharedTally(RedisTally(redis_url), OwnTally())


def _keys(name: str, rates: Rates) -> list[str]:
    return [f"{KEY}:{name}:{rate.seconds}" for rate in rates]
