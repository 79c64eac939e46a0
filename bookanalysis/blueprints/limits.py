"""The limits of this installation, for clients that would rather tell than be refused."""

from flask.views import MethodView

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.blueprints.headers import with_etag
from bookanalysis.schemas.base import one
from bookanalysis.schemas.limits import LimitsSchema
from bookanalysis.services.limits import limits_here

limits = Blueprint("limits", __name__, url_prefix="/api/limits", description="Limits")


@limits.route("/")
class Limits(MethodView):
    @with_etag
    @limits.response(200, one(LimitsSchema, messages.LIMITS_SHOWN))
    @limits.alt_response(304, description="You have it already, as If-None-Match says")
    def get(self):
        """Tell what this service takes, and how long it keeps it"""
        return limits_here()
