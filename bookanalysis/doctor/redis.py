"""The Redis of queues, live events and a chat model's pace."""

from urllib.parse import urlsplit

from redis import Redis, RedisError

from bookanalysis.config import Config
from bookanalysis.doctor.errors import RedisAway, RedisTooOld

LEAST = (6, 2)
"""The pace's deadlines need its ZADD GT."""
PATIENCE = 3
"""Seconds."""


def redis_answers(settings: Config) -> str:
    try:
        with Redis.from_url(
            settings.redis_url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE
        ) as redis:
            found = str(redis.info("server")["redis_version"])
    except (RedisError, ValueError) as error:
        raise redis_away(settings.redis_url, error) from error
    if tuple(int(part) for part in found.split(".")[:2]) < LEAST:
        raise RedisTooOld(found=found, least=".".join(map(str, LEAST)))
    return found


def redis_away(url: str, error: Exception) -> RedisAway:
    return RedisAway(place=_place(url), reason=str(error).rstrip("."))


def _place(url: str) -> str:
    """Without name and password."""
    return urlsplit(url).netloc.rpartition("@")[2] or urlsplit(url).path
