"""Everything that is told to Prometheus, in one registry an application."""

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    Metric,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
)
from redis import Redis

from bookanalysis.services.metrics.library import Library
from bookanalysis.services.metrics.queues import Queues
from bookanalysis.services.metrics.requests import Requests

PATIENCE = 1
"""Seconds to wait for Redis: a scrape is due again soon."""


Own = Counter | Histogram | Gauge | Library | Queues


@dataclass(frozen=True, slots=True)
class Metrics:
    registry: CollectorRegistry
    requests: Requests
    sockets: Gauge
    own: tuple[Own, ...]

    @property
    def sentences(self) -> dict[str, str]:
        """Each metric of ours, under the name it is asked by, and what it tells."""
        families = [family for collector in self.own for family in collector.describe()]
        return {_name_of(family): family.documentation for family in families}


def open_metrics(app: Flask, redis_url: str) -> None:
    disable_created_metrics()  # type: ignore[no-untyped-call]
    requests = Requests()
    sockets = Gauge("bookanalysis_sockets_open", "Socket.IO connections of this process.", registry=None)
    redis = Redis.from_url(redis_url, socket_connect_timeout=PATIENCE, socket_timeout=PATIENCE)
    own = (requests.count, requests.seconds, requests.in_progress, sockets, Library(), Queues(redis))
    registry = CollectorRegistry()
    for collector in own:
        registry.register(collector)
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    app.extensions["metrics"] = Metrics(registry, requests, sockets, own)


def current_metrics() -> Metrics:
    return cast(Metrics, current_app.extensions["metrics"])


def _name_of(family: Metric) -> str:
    return f"{family.name}_total" if family.type == "counter" else family.name
