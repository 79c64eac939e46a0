"""The application factory."""

from flask import Flask

import bookanalysis.models  # noqa: F401  the tables must be known
from bookanalysis.config import PROJECT, Config
from bookanalysis.extensions import db, jwt, migrate, open_redis


def create_app(config: Config | None = None) -> Flask:
    """Bind everything to one application; the settings come from the environment unless given."""
    config = config or Config.from_environment()
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(config.flask_settings())
    config.data_folder.mkdir(parents=True, exist_ok=True)

    db.init_app(app)
    migrate.init_app(app, db, directory=str(PROJECT / "migrations"), render_as_batch=True, compare_type=True)
    jwt.init_app(app)
    open_redis(app, config.redis_url, config.socket_channel)
    return app
