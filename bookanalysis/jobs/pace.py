"""The pace of a chat model, one for all workers: kept in Redis, and by each worker alone while it is away."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from limits.storage import RedisStorage
from redis import Redis, RedisError

from bookanalysis.ai.readers.chat.memory import LocalPace
from bookanalysis.ai.readers.chat.pace import Limits, LimitsPace
from bookanalysis.ai.readers.chat.ports import Pace
from bookanalysis.config import Config

logger = logging.getLogger(__name__)

KEY = "bookanalysis:pace"
A_WEEK = 7 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class RedisBoard:
    """Fulfils `Board`. Of two deadlines under one name the later stays, whoever writes last."""

    redis: Redis
    key: str

    def get(self, name: str) -> float | None:
        return self.redis.zscore(self.key, name)

    def put(self, name: str, deadline: float) -> None:
        with self.redis.pipeline() as both:
            both.zadd(self.key, {name: deadline}, gt=True)
            both.expire(self.key, A_WEEK)
            both.execute()


@dataclass(frozen=True, slots=True)
class SharedPace:
    """Fulfils `Pace`: books are read on while Redis is away, each worker keeping to its share."""

    shared: Pace
    alone: Pace

    def enter(self, tokens: int) -> None:
        self._or_alone(lambda pace: pace.enter(tokens))

    def hold(self, seconds: float) -> None:
        self._or_alone(lambda pace: pace.hold(seconds))

    def close_for_today(self) -> None:
        self._or_alone(lambda pace: pace.close_for_today())

    def _or_alone(self, act: Callable[[Pace], None]) -> None:
        try:
            act(self.shared)
        except RedisError as error:
            logger.warning("Redis is away, this worker keeps its own pace: %s", error)
            act(self.alone)


def shared_pace(settings: Config, redis: Redis) -> SharedPace:
    """What the settings allow, to all workers together. Each reader has a quota of its own."""
    storage = RedisStorage(settings.redis_url, connection_pool=redis.connection_pool, key_prefix=KEY)
    board = RedisBoard(redis, f"{KEY}:deadlines")
    return SharedPace(
        shared=LimitsPace(_limits(settings), storage, board, settings.reader),
        alone=own_pace(settings, among=settings.workers),
    )


def own_pace(settings: Config, among: int = 1) -> LocalPace:
    """What the settings allow, to this process alone or to each `among` so many."""
    return LocalPace(_limits(settings, among))


def _limits(settings: Config, among: int = 1) -> Limits:
    return Limits(
        requests_per_minute=_share(settings.reader_requests_per_minute, among),
        tokens_per_minute=_share(settings.reader_tokens_per_minute, among),
        requests_per_day=_share(settings.reader_requests_per_day, among),
    )


def _share(limit: int, among: int) -> int:
    """0 is no limit, and stays so; a small limit leaves one to each."""
    return max(1, limit // among) if limit else 0
