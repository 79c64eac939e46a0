import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from bookanalysis.extensions import db, metadata


def tables():
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def test_migrations_run_up_down_and_up_again(context):
    assert tables() == set(metadata.tables)

    flask_migrate.downgrade(revision="base")
    assert tables() == set()

    flask_migrate.upgrade()
    assert tables() == set(metadata.tables)


def test_models_and_migrations_agree(context):
    with db.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)

    assert differences == []


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_names_fit_postgresql(table):
    names = [str(each.name) for each in (*table.constraints, *table.indexes)]

    assert all(len(name) <= 63 for name in names)
