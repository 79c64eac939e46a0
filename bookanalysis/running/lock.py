"""One `make run` for each data folder."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bookanalysis.running.errors import AlreadyRunning


@contextmanager
def only_one(folder: Path, address: str) -> Iterator[None]:
    """Hold the data folder; raises `AlreadyRunning` if another process does."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "running.json").open("a+", encoding="utf-8") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise AlreadyRunning(**json.load(file)) from error
        file.truncate(0)
        json.dump({"pid": os.getpid(), "address": address}, file)
        file.flush()
        yield
