"""Counts every request by the rule it met, never by its path: what is sent must not add labels."""

from time import perf_counter

from flask import Flask, Response, g, request, request_finished, request_started, request_tearing_down

from bookanalysis.services.metrics import current_metrics

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NO_RULE = "none"
"""For what no rule is there: unknown addresses, and methods that an address does not take."""


def measure(app: Flask) -> None:
    """Signals come before and after all other hooks, so that what a hook refuses is counted, too."""
    request_started.connect(_begin, app)
    request_finished.connect(_answer, app)
    request_tearing_down.connect(_end, app)


def _begin(_app: Flask, **_: object) -> None:
    g.measured_since = perf_counter()
    current_metrics().requests.in_progress.inc()


def _answer(_app: Flask, response: Response, **_: object) -> None:
    route = request.url_rule.rule if request.url_rule else NO_RULE
    method = request.method if request.method in METHODS else "other"
    seconds = perf_counter() - g.measured_since
    current_metrics().requests.answered(route, method, response.status_code, seconds)


def _end(_app: Flask, **_: object) -> None:
    if g.pop("measured_since", None):
        current_metrics().requests.in_progress.dec()
