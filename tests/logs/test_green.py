"""The log under eventlet, in a process of its own: nothing else may be patched."""

import subprocess
import sys

from bookanalysis.environment import PROJECT

PROGRAM = """
from bookanalysis import green
green.patch()
import logging, sys
from pathlib import Path
import eventlet
from bookanalysis.config import Config
from bookanalysis.logs.context import begin, noted
from bookanalysis.logs.setup import Process, set_up_logging

set_up_logging(Config(log_folder=Path(sys.argv[1])), Process.WEB)
log = logging.getLogger("bookanalysis.try")

def green_thread(name):
    begin(request_id=name)
    for number in range(1000):
        log.info("%s %d", name, number)
        if number % 20 == 0:
            eventlet.sleep(0)
            assert noted()["request_id"] == name

def beside_the_loop(name):
    for number in range(1000):
        log.info("%s %d", name, number)

work = [eventlet.spawn(green_thread, f"green{each}") for each in range(3)]
work += [eventlet.spawn(green.run_in_thread, beside_the_loop, f"native{each}") for each in range(3)]
for each in work:
    each.wait()
"""


def test_green_threads_and_those_beside_the_loop_write_at_once_and_none_waits_for_ever(tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(tmp_path)],
        cwd=PROJECT,
        stderr=subprocess.DEVNULL,
        timeout=60,
        check=False,
    )

    assert done.returncode == 0
    lines = (tmp_path / "web.log").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 6000
    for name in ("green0", "green1", "green2"):
        assert sum(f": {name} " in line and f"request_id={name}" in line for line in lines) == 1000
