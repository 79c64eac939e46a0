"""The resources of the API, one a file."""

from pathlib import Path

from flask import Flask, Response, send_from_directory
from swagger_ui_bundle import swagger_ui_path  # type: ignore[import-untyped]

from bookanalysis.blueprints import access, front, headers
from bookanalysis.blueprints.accounts import accounts
from bookanalysis.blueprints.api import Api
from bookanalysis.blueprints.auth import auth
from bookanalysis.blueprints.books import books
from bookanalysis.blueprints.budgets import count_requests
from bookanalysis.blueprints.characters import characters
from bookanalysis.blueprints.chunks import chunks
from bookanalysis.blueprints.dashboard import open_dashboard
from bookanalysis.blueprints.document import SCHEMES
from bookanalysis.blueprints.exports import exports
from bookanalysis.blueprints.health import health
from bookanalysis.blueprints.jobs import jobs
from bookanalysis.blueprints.limits import limits
from bookanalysis.blueprints.measuring import measure
from bookanalysis.blueprints.metrics import metrics
from bookanalysis.blueprints.operators import operators
from bookanalysis.blueprints.web_app import serve_web_app
from bookanalysis.notifications import DESCRIBED

RESOURCES = (
    auth,
    accounts,
    operators,
    books,
    exports,
    chunks,
    characters,
    jobs,
    limits,
    health,
    metrics,
)

STATIC = Path(__file__).parent.parent / "static"

DOCUMENT = {
    "API_TITLE": "bookanalysis",
    "API_VERSION": "v1",
    "OPENAPI_VERSION": "3.0.3",
    "OPENAPI_URL_PREFIX": "/api",
    "OPENAPI_JSON_PATH": "openapi.json",
    "OPENAPI_SWAGGER_UI_PATH": "docs",
    "OPENAPI_SWAGGER_UI_URL": "/api/docs/files/",
    "API_SPEC_OPTIONS": {
        "components": {"securitySchemes": SCHEMES},
    },
}


def register(app: Flask) -> None:
    access.register(app)
    app.config.from_mapping(DOCUMENT)
    front.register(app)
    headers.register(app)
    count_requests(app)
    api = Api(app)
    for blueprint in RESOURCES:
        api.register_blueprint(blueprint)
    for name, schema in DESCRIBED.items():
        api.spec.components.schema(name, schema=schema)
    open_dashboard(app)
    measure(app)
    app.add_url_rule("/api/docs/files/<path:name>", view_func=swagger_file)
    app.add_url_rule("/api/docs/files/start.js", view_func=swagger_start)
    serve_web_app(app)


def swagger_file(name: str) -> Response:
    """Swagger UI from the package: nothing is fetched from elsewhere."""
    return send_from_directory(swagger_ui_path, name)


def swagger_start() -> Response:
    return send_from_directory(STATIC, "start.js")
