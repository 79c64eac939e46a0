"""How often who may ask: each request counts to a budget of its user or address, some to a second one."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from ipaddress import IPv6Address, IPv6Network, ip_address
from typing import ParamSpec, TypeVar, cast

from flask import Flask, Response, after_this_request, current_app, request
from flask_jwt_extended import decode_token
from flask_jwt_extended.exceptions import JWTExtendedException
from jwt import PyJWTError

from bookanalysis.config import Config, config
from bookanalysis.errors import TooManyRequests
from bookanalysis.rates import Rates
from bookanalysis.tally import SharedTally, open_tally

Params = ParamSpec("Params")
Answer = TypeVar("Answer")
View = Callable[Params, Answer]

API = "/api/"
SAME_FOR_ALL = ("/api/docs", "/api/openapi.json", "/api/limits")
"""Made once, without asking the database."""
RENEWAL = "/api/auth/token/"
"""Here a refresh token says who asks. Elsewhere it does not: passwords could be guessed at a user's rate."""
IPV6_OF_ONE_CLIENT = 64
ASKING_USER = "bookanalysis.asking_user"
"""Where a request keeps what was read from its token: that is asked once for each budget."""


@dataclass(frozen=True, slots=True)
class Budget:
    """`whose` it is that asks; who is nobody there has no such budget."""

    name: str
    rates: Callable[[Config], Rates]
    whose: Callable[[], str | None]


def count_requests(app: Flask) -> None:
    app.extensions["tally"] = open_tally(app.config["BOOKANALYSIS"].redis_url)
    app.before_request(count_request)


def count_request() -> None:
    """Before anything else is done for it."""
    if is_counted(request.path) and request.method != "OPTIONS":
        take(USERS if token_user() else ANONYMOUS)


def is_counted(path: str) -> bool:
    return path.startswith(API) and not path.startswith(SAME_FOR_ALL)


def take(budget: Budget) -> None:
    """Raises `TooManyRequests` if the budget is used up."""
    rates = budget.rates(config())
    whose = budget.whose() if rates else None
    if whose is None:
        return
    if wait := tally().take(f"{budget.name}:{whose}", rates):
        raise TooManyRequests(budget.name, wait)


def counts_to(budget: Budget) -> Callable[[View[Params, Answer]], View[Params, Answer]]:
    """Outermost of a view's decorators: what is refused here has cost nothing yet."""

    def decorate(view: View[Params, Answer]) -> View[Params, Answer]:
        @wraps(view)
        def counted(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
            take(budget)
            return view(*args, **kwargs)

        return counted

    return decorate


def counts_accepted(budget: Budget) -> Callable[[View[Params, Answer]], View[Params, Answer]]:
    """The same, but what is refused for another reason counts to the general budget only."""

    def decorate(view: View[Params, Answer]) -> View[Params, Answer]:
        @counts_to(budget)
        @wraps(view)
        def counted(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
            after_this_request(give_back_if_refused)
            return view(*args, **kwargs)

        def give_back_if_refused(response: Response) -> Response:
            if response.status_code >= HTTPStatus.BAD_REQUEST and (whose := budget.whose()):
                tally().give_back(f"{budget.name}:{whose}", budget.rates(config()))
            return response

        return counted

    return decorate


def tally() -> SharedTally:
    return cast(SharedTally, current_app.extensions["tally"])


def token_user() -> str | None:
    """Whose valid token came along. Whether its session goes on is not asked: that costs a query."""
    if ASKING_USER not in request.environ:
        request.environ[ASKING_USER] = _read_token_user()
    return cast(str | None, request.environ[ASKING_USER])


def _read_token_user() -> str | None:
    kind = "refresh" if request.path.startswith(RENEWAL) else "access"
    given = request.authorization
    token = given.token if given is not None and given.type == "bearer" else None
    if token is None and kind == "refresh":
        token = request.cookies.get(current_app.config["JWT_REFRESH_COOKIE_NAME"])
    try:
        claims = decode_token(token) if token else {"type": None}
    except (PyJWTError, JWTExtendedException):
        return None
    return cast(str, claims["sub"]) if claims["type"] == kind else None


def client_network() -> str:
    """The address behind the trusted proxies. Whoever has IPv6 has a whole network of addresses."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return "unknown"
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Network((int(address), IPV6_OF_ONE_CLIENT), strict=False))


ANONYMOUS = Budget("anonymous", lambda settings: settings.rate_anonymous, client_network)
USERS = Budget("users", lambda settings: settings.rate_users, token_user)
UPLOADS = Budget("uploads", lambda settings: settings.rate_uploads, token_user)
CHARACTERS = Budget("characters", lambda settings: settings.rate_characters, token_user)
PASSWORD_RESETS = Budget("password_resets", lambda settings: settings.rate_password_resets, client_network)
PASSWORD_CONFIRMATIONS = Budget(
    "password_confirmations", lambda settings: settings.rate_password_resets, client_network
)
"""As many as resets, but apart from them: who asks for a code must be able to use it."""
