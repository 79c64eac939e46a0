import os
import subprocess
import sys

from bookanalysis.environment import PROJECT


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
