"""The staff's door to the dashboard."""

from uuid import UUID

from flask import after_this_request
from flask.views import MethodView
from flask_jwt_extended import current_user, get_jwt

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.dashboard import ADDRESS, keep_pass
from bookanalysis.blueprints.login import login_required
from bookanalysis.schemas.base import one
from bookanalysis.schemas.operators import DashboardSchema
from bookanalysis.services.operators import LIFETIME, give_pass

operators = Blueprint("operators", __name__, url_prefix="/api/auth/operator", description="Operators")


@operators.route("/")
class Operator(MethodView):
    @login_required
    @operators.response(200, one(DashboardSchema, messages.DASHBOARD_OPENED))
    @operators.alt_response(403, description="The account is not staff")
    def post(self):
        """Open the dashboard of the queues to this browser for an hour"""
        given = give_pass(current_user, UUID(get_jwt()["sid"]))
        after_this_request(lambda response: keep_pass(response, given))
        return {"url": f"{ADDRESS}/", "expires_in": LIFETIME}
