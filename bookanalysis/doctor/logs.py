"""Where the log is written, if to files."""

import os
from tempfile import TemporaryFile

from bookanalysis.config import Config
from bookanalysis.doctor.errors import LogsNotWritable


def logs_are_writable(settings: Config) -> str:
    folder = settings.log_folder
    if folder is None:
        return "standard error"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
        for file in folder.glob("*.log"):
            _check(file)
    except OSError as error:
        raise LogsNotWritable(place=error.filename or folder, reason=error.strerror) from error
    return str(folder)


def _check(file: os.PathLike[str]) -> None:
    """Another user's process may have made it."""
    with open(file, "ab"):  # noqa: PTH123
        pass
