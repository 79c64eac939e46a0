"""Small writes from a reader's threads, each committed at once, apart from the run's own transactions."""

from time import monotonic, sleep

from sqlalchemy import Engine, Insert
from sqlalchemy.exc import OperationalError

PATIENCE = 60
"""Seconds: what is to be written was paid for, and the run's own commits may hold SQLite for a while."""
NAP = 0.2


def write_apart(engine: Engine, *statements: Insert) -> None:
    """All or nothing; needs no application context.

    Tries again while the database is busy or away, up to `PATIENCE`.
    """
    latest = monotonic() + PATIENCE
    while True:
        try:
            with engine.begin() as connection:
                for statement in statements:
                    connection.execute(statement)
        except OperationalError:
            if monotonic() >= latest:
                raise
        else:
            return
        sleep(NAP)
