"""For those who operate the service."""

from flask.views import MethodView

from bookanalysis import messages
from bookanalysis.blueprints.api import Blueprint
from bookanalysis.schemas.base import NothingSchema, one
from bookanalysis.services.health import check_parts

health = Blueprint("health", __name__, description="Health")


@health.route("/healthz")
class Alive(MethodView):
    @health.response(200, one(NothingSchema, messages.ALIVE))
    def get(self):
        """Tell whether the process runs"""


@health.route("/readyz")
class Ready(MethodView):
    @health.response(200, one(NothingSchema, messages.READY))
    @health.alt_response(503, description="A part is away; the details say which")
    def get(self):
        """Tell whether database, Redis and storage answer"""
        check_parts()
