"""An application for each test: its own SQLite file, made by the migrations once."""

import logging
import shutil
from dataclasses import replace

import flask_migrate
import pytest

from bookanalysis.app import create_app
from bookanalysis.config import Config
from bookanalysis.environment import AsyncMode
from bookanalysis.extensions import QueueName, db
from bookanalysis.logs.context import begin
from tests.fakes import RecordingPublisher, RecordingQueue
from tests.logs.listening import Listener
from tests.visitor import PASSWORD, Visitor, log_in

WITHOUT_LIMITS = {
    "rate_anonymous": (),
    "rate_users": (),
    "rate_uploads": (),
    "rate_password_resets": (),
    "rate_characters": (),
}


def config_in(folder, **settings):
    settings = {**WITHOUT_LIMITS, "redis_url": "redis://127.0.0.1:1/0", **settings}
    return Config(
        data_folder=folder,
        secret_key="a key for tests that is long enough for HS256",
        async_mode=AsyncMode.THREADING,
        **settings,
    )


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """A folder with an empty database in it."""
    folder = tmp_path_factory.mktemp("migrated")
    app = create_app(config_in(folder))
    with app.app_context():
        flask_migrate.upgrade()
        db.engine.dispose()
    return folder


@pytest.fixture
def config(migrated, tmp_path):
    folder = tmp_path / "var"
    shutil.copytree(migrated, folder)
    return config_in(folder)


@pytest.fixture
def app(config):
    app = create_app(config)
    app.extensions["queues"] = {name: RecordingQueue() for name in QueueName}
    app.extensions["publisher"] = RecordingPublisher()
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def context(app):
    """Code under test finds the application and its database session."""
    with app.app_context():
        yield app


@pytest.fixture
def config_with(app):
    """Change settings of the running application."""

    def change(**settings):
        app.config["BOOKANALYSIS"] = replace(app.config["BOOKANALYSIS"], **settings)

    return change


@pytest.fixture(autouse=True)
def nothing_noted():
    """A test begins as a request does: the records of one say nothing of the one before."""
    begin()


@pytest.fixture
def logged():
    """What the program and its libraries write to the log."""
    listener, ours = Listener(), logging.getLogger("bookanalysis")
    level = ours.level
    logging.getLogger().addHandler(listener)
    ours.setLevel(logging.DEBUG)
    yield listener
    ours.setLevel(level)
    logging.getLogger().removeHandler(listener)


@pytest.fixture
def published(app):
    """What was told to browsers: (event, payload, room)."""
    return app.extensions["publisher"].sent


@pytest.fixture
def enqueued(app):
    """What the reading workers were told: the arguments of each hint."""
    return app.extensions["queues"][QueueName.AI_PROCESSING].calls


@pytest.fixture
def posted(app):
    """The same of the workers who send letters."""
    return app.extensions["queues"][QueueName.EMAIL].calls


@pytest.fixture
def arrange(app):
    """Run a function in a context of its own: requests must not share the test's session."""

    def run(function, *args, **options):
        with app.app_context():
            return function(*args, **options)

    return run


@pytest.fixture
def visitor(app, arrange):
    """Make an account that is logged in; without one, the visitor is a stranger."""
    return lambda email=None, **options: Visitor(app, arrange(log_in, email, **options) if email else None)


@pytest.fixture
def amina(visitor):
    return visitor("amina@example.org")


@pytest.fixture
def member(visitor):
    """Amina, with a password that she knows."""
    return visitor("amina@example.org", password=PASSWORD)


@pytest.fixture
def stranger(visitor):
    return visitor()
