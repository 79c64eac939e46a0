"""The door: register, log in, stay in, log out."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import after_this_request
from flask.views import MethodView
from flask_jwt_extended import current_user, get_jwt, set_refresh_cookies, unset_refresh_cookies
from flask_jwt_extended.utils import get_jwt_request_location

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.dashboard import forget_pass
from bookanalysis.blueprints.login import any_token_required, logged_out_only, refresh_token_required
from bookanalysis.schemas.auth import LoginSchema, RefreshSchema, RegisterSchema, TokensSchema, UserSchema
from bookanalysis.schemas.base import NothingSchema, one
from bookanalysis.services.accounts import find_account, register_account
from bookanalysis.services.sessions import Login, end_session, refresh_session, start_session

auth = Blueprint("auth", __name__, url_prefix="/api/auth", description="Accounts and sessions")


@auth.route("/register/")
class Register(MethodView):
    @logged_out_only
    @auth.arguments(RegisterSchema)
    @auth.response(201, one(UserSchema, messages.REGISTERED))
    @auth.alt_response(403, description="You are logged in already")
    @auth.alt_response(409, description="The e-mail address is taken")
    def post(self, form):
        """Make an account"""
        return register_account(form["name"], form["email"], form["password"])


@auth.route("/login/")
class LogIn(MethodView):
    @logged_out_only
    @auth.arguments(LoginSchema)
    @auth.response(200, one(TokensSchema, messages.LOGGED_IN))
    @auth.alt_response(401, description="The e-mail address or the password is wrong")
    @auth.alt_response(403, description="You are logged in already")
    def post(self, form):
        """Log in"""
        return hand_over(start_session(find_account(form["email"], form["password"])), form["session"])


@auth.route("/token/refresh/")
class TokenRefresh(MethodView):
    @auth.arguments(RefreshSchema, required=False)
    @refresh_token_required
    @auth.response(200, one(TokensSchema, messages.REFRESHED))
    @auth.alt_response(409, description="The token was used a moment ago by another request")
    def post(self, _form):
        """Change the refresh token for a new pair"""
        claims = get_jwt()
        login = refresh_session(current_user, UUID(claims["sid"]), claims["jti"])
        return hand_over(login, "cookie" if get_jwt_request_location() == "cookies" else "body")


@auth.route("/logout/")
class LogOut(MethodView):
    @any_token_required
    @auth.response(200, one(NothingSchema, messages.LOGGED_OUT))
    def post(self):
        """End the session"""
        after_this_request(forget_cookies)
        end_session(UUID(get_jwt()["sid"]))


def hand_over(login: Login, session: str) -> Mapping[str, Any]:
    """The tokens as the client wants them: both in the body, or the refresh token in a cookie."""
    if session != "cookie":
        return {"access": login.access, "refresh": login.refresh, "user": login.user}

    @after_this_request
    def set_cookies(response):
        set_refresh_cookies(response, login.refresh)
        return response

    return {"access": login.access, "user": login.user}


def forget_cookies(response):
    unset_refresh_cookies(response)
    return forget_pass(response)
