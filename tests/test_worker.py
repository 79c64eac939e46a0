import os
import subprocess
import sys

import pytest
from redis import Redis
from rq.job import Job
from rq.serializers import JSONSerializer

import worker
from bookanalysis.environment import PROJECT
from worker import _carried_by


def test_workers_do_not_start_without_the_readers_key(migrated):
    settings = {"DATA_FOLDER": str(migrated), "READER": "gemini", "READER_API_KEY": ""}

    done = subprocess.run(
        [sys.executable, "worker.py"],
        cwd=PROJECT,
        env={**os.environ, **settings, "REDIS_URL": "redis://127.0.0.1:1/0"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "READER_API_KEY" in done.stderr
    assert "مفتاح" in done.stderr
    assert "Traceback" not in done.stderr


class Clock:
    """Days that pass at once."""

    def __init__(self):
        self.now = 1_000_000.0

    def __call__(self):
        return self.now


def test_the_daily_chores_are_done_once_a_day_and_go_on_when_one_fails(app, monkeypatch):
    def storage_away():
        done.append("storage away")
        raise OSError("No space left")

    done, clock = [], Clock()
    monkeypatch.setattr(worker, "monotonic", clock)
    monkeypatch.setattr(worker, "DAILY", (storage_away, lambda: done.append("done")))
    monkeypatch.setattr(worker, "sweep", lambda: None)
    monkeypatch.setattr(worker.WorkerPool, "check_workers", lambda self, respawn: None)
    pool = object.__new__(worker.SweepingPool)
    pool.app, pool.sweep_seconds = app, 5

    for hours in (0, 23, 2, 25):
        clock.now += hours * 60 * 60
        pool.check_workers()

    assert done == ["storage away", "done"] * 3


@pytest.mark.parametrize(
    ("meta", "carried"),
    [
        ({"request_id": "r-1"}, {"request_id": "r-1"}),
        ({}, {}),
        ({"request_id": {"a": 1}, "level": "x"}, {}),
    ],
)
def test_a_run_goes_on_under_the_id_of_its_request(meta, carried):
    job = Job("job-1-0", connection=Redis(), serializer=JSONSerializer)
    job.meta = meta

    assert _carried_by(job) == carried
