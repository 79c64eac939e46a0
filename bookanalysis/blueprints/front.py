"""What a request must be before anyone looks at what it asks for: meant for us, private, of known length."""

from typing import Any

from flask import Flask, redirect, request
from flask.typing import ResponseReturnValue
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.sansio.utils import host_is_trusted

from bookanalysis.config import Config, config
from bookanalysis.errors import HttpsRequired, LengthRequired, WrongHost

PROBES = {"/healthz", "/readyz"}
"""Load balancers ask for them by address, and over HTTP."""
CALLED_FROM_ELSEWHERE = (r"/api/.*", r"/(healthz|readyz)")
"""Not the pages, nor what operators see."""
PLAIN = PROBES | {"/metrics"}


def register(app: Flask) -> None:
    app.before_request(refuse_other_hosts)
    app.before_request(redirect_to_https)
    app.before_request(refuse_unmeasured_bodies)


def trust_proxies(app: Flask, settings: Config) -> None:
    """Believe what the nearest proxies say of the client's address and scheme.

    Never of the host: proxies hand on X-Forwarded-Host as a client wrote it, so they must keep the Host
    header. Called again once the socket server stands in front of the application; twice is as once.
    """
    proxies = settings.trusted_proxies
    if proxies:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=proxies, x_proto=proxies)  # type: ignore[method-assign]


def cors_of(settings: Config) -> dict[str, Any]:
    """Who else's pages may call, what, and which headers of the answer they may read."""
    return {
        "resources": CALLED_FROM_ELSEWHERE,
        "origins": list(settings.cors_origins),
        "supports_credentials": True,
        "expose_headers": ["Content-Disposition", "Retry-After", "X-Request-ID"],
    }


def refuse_other_hosts() -> None:
    if request.path not in PROBES and not host_is_ours(request.environ.get("HTTP_HOST"), config()):
        raise WrongHost


def host_is_ours(host: str | None, settings: Config) -> bool:
    """Without TRUSTED_HOSTS any host is."""
    return not settings.trusted_hosts or host_is_trusted((host or "").lower(), settings.trusted_hosts)


def redirect_to_https() -> ResponseReturnValue | None:
    if not config().force_https or request.is_secure or request.path in PLAIN:
        return None
    if not request.host:
        raise WrongHost
    return redirect(request.url.replace("http://", "https://", 1), 308)


def refuse_plain_sockets() -> None:
    if config().force_https and not request.is_secure:
        raise HttpsRequired


def refuse_unmeasured_bodies() -> None:
    """A body in chunks has no end that could be known before it is read."""
    if "Transfer-Encoding" in request.headers:
        raise LengthRequired
