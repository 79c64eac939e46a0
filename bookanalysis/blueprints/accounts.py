"""One's own account: look, change, a new password, leave."""

from flask import after_this_request
from flask.views import MethodView
from flask_jwt_extended import current_user

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.auth import forget_cookies
from bookanalysis.blueprints.budgets import PASSWORD_CONFIRMATIONS, PASSWORD_RESETS, counts_to
from bookanalysis.blueprints.login import login_required
from bookanalysis.schemas.accounts import (
    AccountChangeSchema,
    AccountRemovalSchema,
    AccountSchema,
    PasswordChangeSchema,
    PasswordConfirmSchema,
    PasswordResetSchema,
)
from bookanalysis.schemas.base import NothingSchema, one
from bookanalysis.services.account_removal import remove_account
from bookanalysis.services.accounts import change_account
from bookanalysis.services.new_passwords import (
    change_password,
    confirm_password_reset,
    request_password_reset,
)

accounts = Blueprint("accounts", __name__, url_prefix="/api/auth", description="One's own account")


@accounts.route("/profile/")
class Profile(MethodView):
    @login_required
    @accounts.response(200, one(AccountSchema, messages.ACCOUNT_SHOWN))
    def get(self):
        """Show your account"""
        return current_user

    @login_required
    @accounts.arguments(AccountChangeSchema)
    @accounts.response(200, one(AccountSchema, messages.ACCOUNT_CHANGED))
    @accounts.alt_response(403, description="The password is wrong; another address takes the right one")
    @accounts.alt_response(409, description="The e-mail address is taken")
    def put(self, form):
        """Change your name or address"""
        return change_account(current_user, **form)


@accounts.route("/password/change/")
class PasswordChange(MethodView):
    @login_required
    @accounts.arguments(PasswordChangeSchema)
    @accounts.response(200, one(NothingSchema, messages.PASSWORD_CHANGED))
    @accounts.alt_response(403, description="The old password is wrong")
    def post(self, form):
        """Change your password, and end all your sessions, this one too"""
        change_password(current_user, form["old_password"], form["new_password"])
        after_this_request(forget_cookies)


@accounts.route("/password/reset/")
class PasswordReset(MethodView):
    @counts_to(PASSWORD_RESETS)
    @accounts.arguments(PasswordResetSchema)
    @accounts.response(200, one(NothingSchema, messages.RESET_REQUESTED))
    def post(self, form):
        """Have a code sent to your address, to choose a new password"""
        request_password_reset(form["email"])


@accounts.route("/password/confirm/")
class PasswordConfirm(MethodView):
    @counts_to(PASSWORD_CONFIRMATIONS)
    @accounts.arguments(PasswordConfirmSchema)
    @accounts.response(200, one(NothingSchema, messages.PASSWORD_CHANGED))
    @accounts.alt_response(403, description="The code is not good for this address")
    def post(self, form):
        """Choose a new password by the code that was sent, and end all your sessions"""
        confirm_password_reset(form["email"], form["code"], form["new_password"])


@accounts.route("/account/")
class Account(MethodView):
    @login_required
    @accounts.arguments(AccountRemovalSchema)
    @accounts.response(200, one(NothingSchema, messages.ACCOUNT_REMOVED))
    @accounts.alt_response(403, description="The password is wrong")
    def delete(self, form):
        """Delete your account with all that belongs to it"""
        remove_account(current_user, form["password"])
        after_this_request(forget_cookies)
