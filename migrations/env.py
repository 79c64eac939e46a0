"""Runs the migrations against the application's database."""

from alembic import context
from flask import current_app
from sqlalchemy import text

from bookanalysis.extensions import db, metadata
from bookanalysis.models.base import UtcDateTime


def render(kind, item, _context):
    """Migrations stand by themselves: no type of ours."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


def run():
    with db.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # Batch mode drops and renames tables; a cascade must not follow.
            connection.execute(text("PRAGMA foreign_keys=OFF"))
            connection.commit()
        options = current_app.extensions["migrate"].configure_args
        context.configure(connection=connection, target_metadata=metadata, render_item=render, **options)
        with context.begin_transaction():
            context.run_migrations()
        connection.invalidate()


def write_sql():
    options = current_app.extensions["migrate"].configure_args
    context.configure(
        url=db.engine.url, target_metadata=metadata, literal_binds=True, render_item=render, **options
    )
    with context.begin_transaction():
        context.run_migrations()


write_sql() if context.is_offline_mode() else run()
