import pytest
from sqlalchemy import event

from bookanalysis.extensions import db


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
