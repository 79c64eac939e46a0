import sqlite3
from threading import Timer
from time import monotonic

import pytest

from bookanalysis.sqlite import PatientConnection


@pytest.fixture
def connect(tmp_path):
    opened = []

    def connect(timeout=5):
        opened.append(
            sqlite3.connect(
                tmp_path / "x.sqlite3", timeout=timeout, factory=PatientConnection, check_same_thread=False
            )
        )
        return opened[-1]

    yield connect
    [connection.close() for connection in opened]


@pytest.fixture
def writer(connect):
    """Someone who holds the database."""
    writer = connect()
    writer.execute("CREATE TABLE t (x)")
    writer.commit()
    writer.execute("INSERT INTO t VALUES (1)")
    return writer


def test_a_writer_waits_for_another_in_naps(connect, writer, monkeypatch):
    naps = []
    monkeypatch.setattr("bookanalysis.sqlite.sleep", lambda _: (naps.append(1), writer.commit()))
    other = connect()

    other.cursor().execute("INSERT INTO t VALUES (2)")
    other.commit()

    assert naps == [1]
    assert other.cursor().execute("SELECT x FROM t ORDER BY x").fetchall() == [(1,), (2,)]


def test_patience_ends(connect, writer):
    began = monotonic()

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        connect(timeout=0.1).cursor().execute("INSERT INTO t VALUES (2)")

    assert 0.1 <= monotonic() - began < 2


def test_many_rows_wait_as_well(connect, writer):
    Timer(0.05, writer.commit).start()
    other = connect()

    other.cursor().executemany("INSERT INTO t VALUES (?)", [(2,), (3,)])
    other.commit()

    assert other.execute("SELECT count(*) FROM t").fetchone() == (3,)


def test_another_mistake_is_raised_at_once(connect):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        connect().cursor().execute("SELECT * FROM missing")
