import flask_migrate
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select

from bookanalysis.extensions import db, metadata
from bookanalysis.models import ModelCall, ModelTotal
from tests.rows import add, add_book, add_job, add_user


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


def test_totals_begin_with_the_calls_that_are_there(context):
    user = add_user()
    job = add_job(user, add_book(user))
    for outcome, written in (("answered", 20), ("answered", 30), ("truncated", 5)):
        spent = {"input_tokens": 100, "output_tokens": written, "seconds": 1.0}
        add(ModelCall(job_id=job.id, model="m", question="describe", outcome=outcome, **spent))

    flask_migrate.downgrade(revision="0005")
    flask_migrate.upgrade()

    totals = db.session.execute(select(*ModelTotal.__table__.columns).order_by(ModelTotal.outcome)).all()
    assert totals == [("m", "answered", 2, 200, 50), ("m", "truncated", 1, 100, 5)]


@pytest.mark.parametrize("table", metadata.sorted_tables, ids=lambda table: table.name)
def test_names_fit_postgresql(table):
    names = [str(each.name) for each in (*table.constraints, *table.indexes)]

    assert all(len(name) <= 63 for name in names)
