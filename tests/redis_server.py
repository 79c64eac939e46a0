"""A real Redis for a test."""

import socket
import subprocess
import time
from contextlib import contextmanager

from bookanalysis.running.ports import free_port
from bookanalysis.running.redis import redis_command


@contextmanager
def running_redis(folder, *options, port=None):
    """A real one; its port."""
    port = port or free_port("127.0.0.1")
    command = redis_command(f"redis://127.0.0.1:{port}/0", folder)
    process = subprocess.Popen([*command, *options])
    try:
        for _ in range(100):
            if not is_free(port):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def is_free(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0
