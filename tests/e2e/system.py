"""The whole system as `make run` starts it, in a folder and on ports of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import psutil

from bookanalysis.running.ports import free_port

PROJECT = Path(__file__).resolve().parents[2]
HOST = "127.0.0.1"
LIMITS = ("RATE_ANONYMOUS", "RATE_USERS", "RATE_UPLOADS", "RATE_PASSWORD_RESETS", "RATE_CHARACTERS")
SETTINGS = {
    "CHUNK_WORDS": "40",
    "WORKERS": "2",
    "LEASE_SECONDS": "3",
    "SWEEP_SECONDS": "1",
    **dict.fromkeys(LIMITS, "none"),
}


def wait_until(true, seconds=30, what="it"):
    """What `true` returns once it is true."""
    latest = time.monotonic() + seconds
    while time.monotonic() < latest:
        if result := true():
            return result
        time.sleep(0.02)
    raise AssertionError(f"Waited {seconds} s in vain for {what}")


AS_A_BACKGROUND_JOB = 'trap "" INT; exec "$0" -m bookanalysis.running'
"""A shell lets its background jobs ignore Ctrl-C; even then the program must end by it."""


class System:
    """`redis_url` is one that the system is to use; without it, it starts its own."""

    def __init__(self, folder, redis_url=None, **settings):
        self.folder = folder / "var"
        self.port = settings.pop("PORT", None) or free_port(HOST)
        self.address = f"http://{HOST}:{self.port}"
        self.log = folder / "run.log"
        self.environment = {
            **os.environ,
            **SETTINGS,
            "HOST": HOST,
            "PORT": str(self.port),
            "REDIS_URL": redis_url or f"redis://{HOST}:{free_port(HOST)}/0",
            "DATA_FOLDER": str(self.folder),
            "SOCKET_CHANNEL": f"test-{self.port}",
            **settings,
        }
        self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process is not None and self.process.poll() is None:
            self.stop()

    def start(self):
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", AS_A_BACKGROUND_JOB, sys.executable],
                cwd=PROJECT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(lambda: "Ready at" in self.said() or self.process.poll() is not None, 60, "the start")
        assert self.process.poll() is None, self.said()
        return self

    def said(self):
        return self.log.read_text(encoding="utf-8") if self.log.exists() else ""

    def stop(self, sign=signal.SIGINT):
        """Seconds that it took."""
        begin = time.monotonic()
        self.process.send_signal(sign)
        self.process.wait(30)
        return time.monotonic() - begin

    @property
    def login(self):
        return json.loads((self.folder / "demo_login.json").read_text())

    def processes(self):
        return psutil.Process(self.process.pid).children(recursive=True)

    def pool(self):
        """The parent of the workers."""
        (pool,) = [each for each in self.processes() if is_running(each, "worker.py") and supervised(each)]
        return pool

    @contextmanager
    def workers_held(self):
        """What is uploaded meanwhile waits, however long a command takes to start."""
        workers = self.pool().children()
        for worker in workers:
            worker.suspend()
        try:
            yield
        finally:
            for worker in workers:
                worker.resume()

    def work_horse(self):
        """The process that reads a book, once there is one."""
        return wait_until(lambda: self._grandchild(self.pool()), what="a work-horse")

    def _grandchild(self, pool):
        return next((horse for worker in pool.children() for horse in worker.children()), None)

    def flask(self, *arguments):
        command = [sys.executable, "-m", "flask", *map(str, arguments)]
        return subprocess.run(
            command, cwd=PROJECT, env=self.environment, capture_output=True, text=True, check=False
        )


def is_running(process, word):
    try:
        return any(part.endswith(word) for part in process.cmdline())
    except psutil.NoSuchProcess:
        return False


def supervised(process):
    return "supervisor.supervisord" in process.parent().cmdline()


def kill(*processes):
    for process in processes:
        process.kill()


def are_gone(processes):
    return all(not each.is_running() or each.status() == psutil.STATUS_ZOMBIE for each in processes)
