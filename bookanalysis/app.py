"""The application factory."""

import click
from flask import Flask
from flask.json.provider import DefaultJSONProvider
from sqlalchemy.exc import ArgumentError

import bookanalysis.models  # noqa: F401  the tables must be known
from bookanalysis import blueprints, cli
from bookanalysis.blueprints.front import cors_of, trust_proxies
from bookanalysis.config import Config
from bookanalysis.environment import PROJECT
from bookanalysis.errors import BookAnalysisError
from bookanalysis.extensions import cors, db, jwt, migrate, open_redis
from bookanalysis.logs.setup import Process, set_up_logging
from bookanalysis.services.metrics import open_metrics
from bookanalysis.storage import LocalStorage


class CompactJson(DefaultJSONProvider):
    """Arabic as it is, keys in the order of the schema."""

    ensure_ascii = False
    sort_keys = False
    compact = True


def create_app(config: Config | None = None) -> Flask:
    """Bind everything but the sockets to one application; settings come from the environment unless given."""
    config = config or Config.from_environment()
    app = Flask(__name__, static_folder=None)
    app.config.from_mapping(config.flask_settings())
    app.json = CompactJson(app)
    app.url_map.strict_slashes = False
    app.url_map.merge_slashes = False
    trust_proxies(app, config)

    config.data_folder.mkdir(parents=True, exist_ok=True)
    db.init_app(app)
    migrate.init_app(app, db, directory=str(PROJECT / "migrations"), render_as_batch=True)
    jwt.init_app(app)
    cors.init_app(app, **cors_of(config))
    open_redis(app, config.redis_url, config.socket_channel)
    open_metrics(app, config.redis_url)
    app.extensions["storage"] = LocalStorage(config.storage)
    blueprints.register(app)
    cli.register(app)
    return app


def app_for_commands() -> Flask:
    """What `flask` finds: with settings that no application can be made of, the doctor alone."""
    try:
        config = Config.from_environment()
        set_up_logging(config, Process.COMMAND)
        return create_app(config)
    except BookAnalysisError as error:
        click.echo(f"{error.en}\n{error.ar}", err=True)
    except (OSError, ValueError, ArgumentError, ImportError) as error:
        click.echo(f"{error}\nflask doctor", err=True)
    app = Flask(__name__, static_folder=None)
    cli.register_doctor(app)
    return app
