"""What supervisord is told: the programs, in the order in which they start."""

import getpass
import shlex
import sys
from collections.abc import Mapping, Sequence
from configparser import RawConfigParser
from pathlib import Path

TIED = (sys.executable, "-m", "bookanalysis.running.tied")
SECONDS_TO_STOP = 10
PATIENT = 1_000_000
"""Tries to start what dies at once; each waits a second longer than the one before."""


def write_configuration(folder: Path, project: Path, programs: Mapping[str, Sequence[str]]) -> Path:
    """Programs start in the order given and stop in the opposite one."""
    folder.mkdir(parents=True, exist_ok=True)
    parser = RawConfigParser()
    parser["supervisord"] = {
        "nodaemon": "true",
        "silent": "true",
        "user": getpass.getuser(),
        "directory": _literal(project),
        "pidfile": _literal(folder / "supervisord.pid"),
        "logfile": _literal(folder / "supervisord.log"),
        "childlogdir": _literal(folder),
    }
    for order, (name, command) in enumerate(programs.items(), start=1):
        parser[f"program:{name}"] = {
            "command": _literal(shlex.join([*TIED, *command])),
            "priority": str(order),
            "autorestart": "true",
            "startretries": str(PATIENT),
            "stopwaitsecs": str(SECONDS_TO_STOP),
            "stopasgroup": "false",
            "killasgroup": "true",
            "redirect_stderr": "true",
            "stdout_logfile": "/dev/fd/1",
            "stdout_logfile_maxbytes": "0",
        }
    path = folder / "supervisord.conf"
    with path.open("w", encoding="utf-8") as file:
        parser.write(file)
    return path


def _literal(value: object) -> str:
    """supervisord expands %(...)s."""
    return str(value).replace("%", "%%")
