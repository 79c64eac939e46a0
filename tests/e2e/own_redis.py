"""A Redis that a test stops and starts."""

import subprocess

from bookanalysis.running.ports import free_port
from bookanalysis.running.redis import redis_command
from tests.e2e.system import HOST, wait_until


class OwnRedis:
    """The system is told to use it."""

    def __init__(self, folder):
        self.url = f"redis://{HOST}:{free_port(HOST)}/0"
        self.folder = folder

    def start(self):
        command = redis_command(self.url, self.folder)
        self.process = subprocess.Popen(command)
        wait_until(lambda: redis_command(self.url, self.folder) is None, 10, "Redis")

    def stop(self):
        self.process.terminate()
        self.process.wait(10)
