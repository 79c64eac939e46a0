"""rq-dashboard for operators: the queues as RQ has them, at `/rq`."""

import re
from copy import deepcopy
from html import escape
from http import HTTPStatus
from typing import Any

import rq_dashboard  # type: ignore[import-untyped]
from flask import Flask, Response, current_app, request, url_for
from redis import RedisError
from rq.exceptions import InvalidJobOperation, NoSuchJobError
from rq.serializers import JSONSerializer
from werkzeug.exceptions import MethodNotAllowed

from bookanalysis.blueprints.api import refusal
from bookanalysis.blueprints.origin import check_origin
from bookanalysis.config import config
from bookanalysis.errors import DashboardClosed, NotFound, NotReady, RunHasNotFailed, RunNotFound
from bookanalysis.services.operators import LIFETIME, check_pass

ADDRESS = "/rq"
COOKIE = "operator"
SETTINGS = {
    "RQ_DASHBOARD_REDIS_URL": ["Redis"],
    "RQ_DASHBOARD_POLL_INTERVAL": 5000,
}
"""The first is only shown: the connection is ours, and nobody sees its password."""
REGISTRIES = frozenset({"queued", "failed", "deferred", "started", "finished", "canceled", "scheduled"})
RUN_ID = re.compile(r"[A-Za-z0-9_:-]+")
NUMBER = re.compile(r"[1-9][0-9]{0,5}")
MOST_A_PAGE = 200
WRITTEN_AS_MARKUP = frozenset({"rq_dashboard.job_info", "rq_dashboard.list_workers"})
"""What the pages put in without escaping it, so that an error's text could bring a script along."""


def open_dashboard(app: Flask) -> None:
    """Give the application a dashboard of its own: what is hooked to the package's is hooked for all."""
    own = deepcopy(rq_dashboard.blueprint)
    own.before_request_funcs.clear()
    own.before_request(check_request)
    own.after_request(escape_markup)
    own.register_error_handler(RedisError, lambda _: refusal(NotReady({"redis": "away"})))
    own.register_error_handler(NoSuchJobError, lambda _: refusal(RunNotFound()))
    own.register_error_handler(InvalidJobOperation, lambda _: refusal(RunHasNotFailed()))
    rq_dashboard.web.config.serializer = JSONSerializer
    app.config.from_mapping(SETTINGS)
    app.redis_conn = app.extensions["redis"]  # type: ignore[attr-defined]
    app.url_build_error_handlers.append(icon_address)
    app.register_blueprint(own, url_prefix=ADDRESS)


def keep_pass(response: Response, given: str) -> Response:
    response.set_cookie(COOKIE, given, max_age=LIFETIME, **_of_the_dashboard_alone())
    return response


def forget_pass(response: Response) -> Response:
    response.delete_cookie(COOKIE, **_of_the_dashboard_alone())
    return response


def _of_the_dashboard_alone() -> dict[str, Any]:
    return {"path": ADDRESS, "secure": config().cookies_are_secure, "httponly": True, "samesite": "Strict"}


def check_request() -> None:
    if COOKIE not in request.cookies:
        raise DashboardClosed
    check_pass(request.cookies[COOKIE])
    if _may_change_something():
        _check_method()
        check_origin()
    _check_address()
    current_app.extensions["redis"].ping()


def _may_change_something() -> bool:
    return request.url_rule is not None and "POST" in (request.url_rule.methods or ())


def _check_method() -> None:
    """One of the actions would also be done by a mere link."""
    if request.method != "POST":
        raise MethodNotAllowed(["POST"])


def _check_address() -> None:
    """The dashboard fails on what its own pages never ask."""
    parts = request.view_args or {}
    if not RUN_ID.fullmatch(parts.get("job_id", "none")):
        raise RunNotFound
    numbers = [str(parts[name]) for name in ("page", "per_page") if name in parts]
    if (
        parts.get("instance_number", 0) != 0
        or parts.get("registry_name", "queued") not in REGISTRIES
        or not all(NUMBER.fullmatch(number) for number in numbers)
        or int(parts.get("per_page", 1)) > MOST_A_PAGE
    ):
        raise NotFound


def escape_markup(response: Response) -> Response:
    if request.endpoint in WRITTEN_AS_MARKUP and response.status_code == HTTPStatus.OK:
        response.set_data(escape(response.get_data(as_text=True), quote=False))
    return response


def icon_address(error: Exception, endpoint: str, _values: dict[str, Any]) -> str:
    """The pages look for their icon among the application's static files, which it may not have."""
    if endpoint != "static":
        raise error
    return url_for("rq_dashboard.favicon")
