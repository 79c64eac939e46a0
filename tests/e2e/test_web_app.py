"""The web app in a real browser: its own tests, against a system that they start (frontend/e2e)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bookanalysis.environment import PROJECT

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
SCRIPTS = Path(sys.executable).parent
"""Of the environment: npm, too, on a machine that had none."""


@pytest.mark.timeout(900)
@pytest.mark.skipif(not CHROMIUM.exists(), reason="there is no Chromium here; CHROMIUM names another browser")
def test_all_journeys_in_the_browser():
    path = f"{os.environ['PATH']}{os.pathsep}{SCRIPTS}"

    done = subprocess.run(
        ["npm", "run", "--silent", "e2e"],
        cwd=PROJECT / "frontend",
        env={**os.environ, "PATH": path, "CHROMIUM": str(CHROMIUM)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
