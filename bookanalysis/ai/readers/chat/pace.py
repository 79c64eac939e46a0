"""How fast a model may be asked, counted where all who ask it can see: in memory, or in Redis."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from limits import RateLimitItem, RateLimitItemPerDay, RateLimitItemPerSecond
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter, MovingWindowRateLimiter

from bookanalysis.ai.readers.errors import QuotaSpent

_TOKENS_A_UNIT = 100
"""A moving window keeps an entry for each unit that is spent, so tokens are counted in hundreds."""
_SHORTEST_WAIT = 0.05
_LONGEST_WAIT = 5.0
"""Seconds. Whoever waits looks again this often: another may have been told to wait longer."""
_HOLD = "hold"
_CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a service allows; 0: as much as one likes. `day_zone` is where its day begins at midnight."""

    requests_per_minute: int = 0
    tokens_per_minute: int = 0
    requests_per_day: int = 0
    day_zone: str = "America/Los_Angeles"


class Board(Protocol):
    """Deadlines that all who share a pace can see, in seconds since the epoch; past ones may be gone."""

    def get(self, name: str) -> float | None: ...

    def put(self, name: str, deadline: float) -> None:
        """Of two deadlines of one name the later one stays."""
        ...


@dataclass
class LimitsPace:
    """Fulfils `Pace`. `name` is whose limits these are: all who hand in the same name, storage and board wait
    for each other.

    The windows are counted by the storage's own clock; `clock` tells when a hold or the day ends.
    """

    limits: Limits
    storage: Storage
    board: Board
    name: str
    window: int = 60
    clock: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        limits = self.limits
        self._moving = MovingWindowRateLimiter(self.storage)
        self._fixed = FixedWindowRateLimiter(self.storage)
        self._requests = self._window_of(limits.requests_per_minute, limits.requests_per_minute)
        self._tokens = self._window_of(limits.tokens_per_minute, limits.tokens_per_minute // _TOKENS_A_UNIT)

    def enter(self, tokens: int) -> None:
        self._wait_while_held()
        if self._tokens:
            self._take(self._tokens, "tokens", math.ceil(tokens / _TOKENS_A_UNIT))
        if self._requests:
            self._take(self._requests, "requests", 1)
        self._take_from_day()

    def hold(self, seconds: float) -> None:
        self.board.put(self._key(_HOLD), self.clock() + seconds)

    def close_for_today(self) -> None:
        end = self._end_of_day()
        self.board.put(self._key(_CLOSED), end.timestamp())
        raise QuotaSpent(end)

    def _wait_while_held(self) -> None:
        while True:
            now = self.clock()
            closed_until = self.board.get(self._key(_CLOSED)) or 0
            if closed_until > now:
                raise QuotaSpent(datetime.fromtimestamp(closed_until, UTC))
            seconds = (self.board.get(self._key(_HOLD)) or 0) - now
            if seconds <= 0:
                return
            self.sleep(min(seconds, _LONGEST_WAIT))

    def _take(self, item: RateLimitItem, what: str, cost: int) -> None:
        """Wait until the window has room. What is larger than the whole window takes all of it."""
        cost = min(max(1, cost), item.amount)
        while not self._moving.hit(item, self._key(what), cost=cost):
            reset = self._moving.get_window_stats(item, self._key(what)).reset_time
            self.sleep(min(max(reset - time.time(), _SHORTEST_WAIT), _LONGEST_WAIT))
            self._wait_while_held()

    def _take_from_day(self) -> None:
        if not self.limits.requests_per_day:
            return
        item = RateLimitItemPerDay(self.limits.requests_per_day)
        day = f"{self._now():%Y-%m-%d}"
        if not self._fixed.hit(item, self._key("day"), day):
            self.close_for_today()

    def _end_of_day(self) -> datetime:
        tomorrow = self._now().date() + timedelta(days=1)
        midnight = datetime(
            tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=ZoneInfo(self.limits.day_zone)
        )
        return midnight.astimezone(UTC)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self.clock(), ZoneInfo(self.limits.day_zone))

    def _window_of(self, limit: int, amount: int) -> RateLimitItem | None:
        return RateLimitItemPerSecond(max(1, amount), self.window) if limit else None

    def _key(self, what: str) -> str:
        return f"pace:{self.name}:{what}"
