"""What every answer tells a browser: whose scripts may run, who may frame it, and what may be kept."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec

from flask import Flask, Response, make_response, request

from bookanalysis.config import config

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

Params = ParamSpec("Params")

NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For what is no page: JSON and files."""
OURS = (
    "default-src 'none'; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
)
SWAGGER_UI = OURS + "script-src 'self'; style-src 'self'; img-src 'self' data:"
DASHBOARD = OURS + (
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:"
)
"""rq-dashboard's pages have scripts in them, and make their rows with templates that are evaluated."""
WEB_APP = OURS + "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:"

PAGES: tuple[tuple[str, str], ...] = (
    ("/api/docs", SWAGGER_UI),
    ("/rq", DASHBOARD),
    ("", WEB_APP),
)
"""The policy of the pages below a path: the first row that fits."""

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What a named origin reads by CORS is not held back by the last of them."""


def register(app: Flask) -> None:
    app.after_request(protect)


def protect_sockets(app: Flask) -> None:
    """The socket server answers before Flask does; its answers are no pages."""
    application, own = app.wsgi_app, [*ALWAYS.items(), ("Content-Security-Policy", NOTHING)]

    def protected(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            is_protected = any(name == "Content-Security-Policy" for name, _ in headers)
            return start_response(status, headers if is_protected else headers + own, *error)

        return application(environ, start)

    app.wsgi_app = protected  # type: ignore[method-assign]


def protect(response: Response) -> Response:
    response.headers.update(ALWAYS)
    response.headers["Content-Security-Policy"] = policy_of(response)
    if request.path.startswith(("/api/", "/rq/")) and not request.path.startswith("/api/docs"):
        keep_to_its_reader(response)
    if config().force_https and request.is_secure:
        response.headers["Strict-Transport-Security"] = f"max-age={config().hsts_seconds}"
    return response


def policy_of(response: Response) -> str:
    if response.mimetype != "text/html":
        return NOTHING
    return next(policy for path, policy in PAGES if f"{request.path}/".startswith(f"{path}/"))


def with_etag(view: Callable[Params, Any]) -> Callable[Params, Response]:
    """Not sent again to who has it: outermost of the decorators of a view that is cheap to ask."""

    @wraps(view)
    def conditional(*args: Params.args, **kwargs: Params.kwargs) -> Response:
        response = make_response(view(*args, **kwargs))
        response.add_etag()
        response.make_conditional(request)
        return response

    return conditional


def keep_to_its_reader(response: Response) -> None:
    """Nothing that a user is told is kept, but what has an ETag: asked for again each time, by them alone."""
    if "ETag" in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
    else:
        response.headers["Cache-Control"] = "no-store"
