"""SQLite for many processes: write-ahead log, foreign keys, and waiting that does not stall an event loop."""

import sqlite3
from collections.abc import Callable
from time import monotonic, sleep
from typing import Any, TypeVar

Result = TypeVar("Result")

NAP = 0.005
"""Seconds between two tries; eventlet lets others work meanwhile."""


def _patiently(seconds: float, run: Callable[[], Result]) -> Result:
    """Try until nobody else writes. SQLite's own waiting would hold the whole thread."""
    deadline = monotonic() + seconds
    while True:
        try:
            return run()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() >= deadline:
                raise
        sleep(NAP)


class PatientCursor(sqlite3.Cursor):
    connection: "PatientConnection"

    def execute(self, *args: Any) -> "PatientCursor":
        return _patiently(self.connection.patience, lambda: super(PatientCursor, self).execute(*args))

    def executemany(self, *args: Any) -> "PatientCursor":
        return _patiently(self.connection.patience, lambda: super(PatientCursor, self).executemany(*args))


class PatientConnection(sqlite3.Connection):
    """Its `timeout` is the time to wait, spent in naps."""

    patience: float

    def __init__(self, database: Any, timeout: float = 5, **options: Any) -> None:
        super().__init__(database, timeout=0, **options)
        self.patience = timeout
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            self.cursor().execute(f"PRAGMA {pragma}")

    def cursor(self, *_: Any) -> PatientCursor:  # type: ignore[override]
        return super().cursor(PatientCursor)

    def commit(self) -> None:
        _patiently(self.patience, super().commit)
