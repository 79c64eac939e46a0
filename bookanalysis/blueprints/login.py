"""Who asks: the access token and its session, checked in one query a request."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from flask import Response, request
from flask_jwt_extended import verify_jwt_in_request
from flask_jwt_extended.exceptions import JWTExtendedException
from jwt import PyJWTError

from bookanalysis.blueprints.api import refusal
from bookanalysis.blueprints.document import ACCESS_TOKEN, ANY_TOKEN, REFRESH_TOKEN, asks_for
from bookanalysis.errors import AlreadyLoggedIn, NotLoggedIn, SessionEnded, TokenExpired, WrongToken
from bookanalysis.extensions import db, jwt
from bookanalysis.logs.context import note
from bookanalysis.models import User
from bookanalysis.services.sessions import live_user

Params = ParamSpec("Params")
Answer = TypeVar("Answer")
View = Callable[Params, Answer]

REFRESH_PLACES = ["json", "headers", "cookies"]


def login_required(view: View[Params, Answer]) -> View[Params, Answer]:
    @asks_for(ACCESS_TOKEN)
    @wraps(view)
    def guarded(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
        verify_jwt_in_request()
        return view(*args, **kwargs)

    return guarded


def refresh_token_required(view: View[Params, Answer]) -> View[Params, Answer]:
    """The refresh token may come in the body, in the header, or in a cookie with its CSRF header."""

    @asks_for(REFRESH_TOKEN)
    @wraps(view)
    def guarded(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
        verify_jwt_in_request(refresh=True, locations=REFRESH_PLACES)
        return view(*args, **kwargs)

    return guarded


def any_token_required(view: View[Params, Answer]) -> View[Params, Answer]:
    @asks_for(ANY_TOKEN)
    @wraps(view)
    def guarded(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
        verify_jwt_in_request(verify_type=False)
        return view(*args, **kwargs)

    return guarded


def logged_out_only(view: View[Params, Answer]) -> View[Params, Answer]:
    """Refuse who is logged in; a token that is not valid counts as none."""

    @wraps(view)
    def guarded(*args: Params.args, **kwargs: Params.kwargs) -> Answer:
        if _is_logged_in():
            raise AlreadyLoggedIn
        return view(*args, **kwargs)

    return guarded


def _is_logged_in() -> bool:
    try:
        return verify_jwt_in_request(optional=True) is not None
    except (JWTExtendedException, PyJWTError):
        return False


@jwt.user_lookup_loader
def _load_user(_header: dict[str, Any], claims: dict[str, Any]) -> User | None:
    user = live_user(UUID(claims["sid"])) if "sid" in claims else None
    if request.content_length:
        db.session.commit()  # gives the connection back: the body may be slow to come
    if user is not None:
        note(user_id=str(user.id))
    return user


@jwt.user_lookup_error_loader
def _session_ended(_header: dict[str, Any], _claims: dict[str, Any]) -> Response:
    return refusal(SessionEnded())


@jwt.unauthorized_loader
def _not_logged_in(_reason: str) -> Response:
    return refusal(NotLoggedIn())


@jwt.invalid_token_loader
def _wrong_token(_reason: str) -> Response:
    return refusal(WrongToken())


@jwt.expired_token_loader
def _token_expired(_header: dict[str, Any], _claims: dict[str, Any]) -> Response:
    return refusal(TokenExpired())
