"""What Redis knows: how much waits in the queues, and who works at it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector
from redis import Redis, RedisError
from rq import Queue, Worker
from rq.serializers import JSONSerializer

from bookanalysis.extensions import QueueName
from bookanalysis.services.metrics.figures import Figure, described

logger = logging.getLogger(__name__)

REDIS_UP = Figure("bookanalysis_redis_up", "Whether Redis answered this scrape.")
LENGTH = Figure("bookanalysis_queue_length", "Hints that wait in a queue for a worker.", ("queue",))
FAILED = Figure("bookanalysis_queue_failed", "Runs that ended with an error of ours.", ("queue",))
WORKERS = Figure("bookanalysis_workers", "Workers that told Redis lately that they live.")


@dataclass(frozen=True, slots=True)
class Queues(Collector):
    """Absent but for `bookanalysis_redis_up` while Redis is away."""

    redis: Redis

    def describe(self) -> Iterator[GaugeMetricFamily]:
        return described(REDIS_UP, LENGTH, FAILED, WORKERS)

    def collect(self) -> Iterator[GaugeMetricFamily]:
        try:
            families = self._read()
        except RedisError as error:
            logger.warning("No figures from Redis: %s", error)
            families = []
        yield REDIS_UP.of(1 if families else 0)
        yield from families

    def _read(self) -> list[GaugeMetricFamily]:
        queues = [Queue(name, connection=self.redis, serializer=JSONSerializer) for name in QueueName]
        with self.redis.pipeline(transaction=False) as asked:
            for queue in queues:
                asked.llen(queue.key)
                asked.zcard(queue.failed_job_registry.key)
            asked.smembers(Worker.redis_workers_keys)
            *counts, workers = asked.execute()
        names = [queue.name for queue in queues]
        return [
            LENGTH.family({(name,): count for name, count in zip(names, counts[::2], strict=True)}),
            FAILED.family({(name,): count for name, count in zip(names, counts[1::2], strict=True)}),
            WORKERS.of(self.redis.exists(*workers) if workers else 0),
        ]
