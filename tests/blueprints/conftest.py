import pytest
from redis import Redis
from sqlalchemy import event

from bookanalysis.extensions import db
from tests.redis_server import running_redis


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory):
    with running_redis(tmp_path_factory.mktemp("redis")) as port:
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture
def empty_redis(redis_url):
    """The address of a real one."""
    Redis.from_url(redis_url).flushdb()
    return redis_url


@pytest.fixture
def queries(app):
    """What is asked of the database."""
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))
    return asked


@pytest.fixture
def row(arrange):
    """A row as the database has it now."""
    return lambda model, row_id: arrange(db.session.get_one, model, row_id)


@pytest.fixture
def kept_files(config):
    """The names of the files in the storage."""

    def names():
        folder = config.storage
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []

    return names
