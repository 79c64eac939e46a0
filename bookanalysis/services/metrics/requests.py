"""What this process was asked over HTTP, and how long its answers took."""

from dataclasses import dataclass, field

from prometheus_client import Counter, Gauge, Histogram

SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


def _count() -> Counter:
    return Counter(
        "bookanalysis_http_requests_total",
        "Requests that were answered, by route, method and status.",
        ("route", "method", "status"),
        registry=None,
    )


def _seconds() -> Histogram:
    return Histogram(
        "bookanalysis_http_request_duration_seconds",
        "Seconds until an answer was ready to be sent.",
        ("route", "method"),
        buckets=SECONDS,
        registry=None,
    )


def _in_progress() -> Gauge:
    return Gauge("bookanalysis_http_requests_in_progress", "Requests that have no answer yet.", registry=None)


@dataclass(frozen=True, slots=True)
class Requests:
    count: Counter = field(default_factory=_count)
    seconds: Histogram = field(default_factory=_seconds)
    in_progress: Gauge = field(default_factory=_in_progress)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        self.count.labels(route, method, status).inc()
        self.seconds.labels(route, method).observe(seconds)
