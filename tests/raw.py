"""The web process as it is run, and bytes sent to it as no client library would."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress

from bookanalysis.environment import PROJECT
from bookanalysis.running.ports import free_port

HOST = "127.0.0.1"


@contextmanager
def running(*command, **environment):
    """A program that listens at a port of its own; the port."""
    port = free_port(HOST)
    process = subprocess.Popen(
        [sys.executable, *command],
        cwd=PROJECT,
        env={**os.environ, "PORT": str(port), "REDIS_URL": "redis://127.0.0.1:1/0", **environment},
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            assert process.poll() is None
            with socket.socket() as probe:
                if probe.connect_ex((HOST, port)) == 0:
                    break
            time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(30)


class Answer:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        self.status = int(first.split()[1]) if first else None
        self.headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}

    @property
    def error_code(self):
        return json.loads(self.body)["error_code"]


class Wire:
    """One connection."""

    def __init__(self, port):
        self.socket = socket.create_connection((HOST, port), timeout=10)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data if isinstance(data, bytes) else data.encode())

    def flood(self, block, megabytes):
        """Megabytes that went out before the other side closed."""
        sent = 0
        try:
            while sent < megabytes << 20:
                sent += self.socket.send(block)
        except (BrokenPipeError, ConnectionResetError):
            pass
        return sent / (1 << 20)

    def hear(self):
        return Answer(self.hear_out())

    def hear_out(self):
        """All that comes until the other side closes."""
        data = b""
        while block := self.socket.recv(1 << 16):
            data += block
        return data

    def hear_head(self):
        """Of an answer on a connection that stays open."""
        data = b""
        while b"\r\n\r\n" not in data:
            data += self.socket.recv(1 << 16)
        return Answer(data)


def ask(port, head):
    """The answer to one request on a connection of its own; it may come before all of it is sent."""
    lines = f"{head.rstrip()}\nHost: books.example\nConnection: close\n\n".replace("\n", "\r\n")
    with Wire(port) as wire:
        with suppress(BrokenPipeError, ConnectionResetError):
            wire.send(lines)
        return wire.hear()
