"""The dependency audit, with a pip-audit that says what it is told to."""

import json
import os
import subprocess
import sys
import time

import pytest

from bookanalysis.environment import PROJECT

SOUND = {"name": "flask", "version": "3.1.3", "vulns": []}
UNKNOWN = {"name": "rq", "skip_reason": "Dependency not found"}
UNSAFE = {
    "name": "lxml",
    "version": "1.0",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["1.1"], "aliases": [], "description": ""}],
}


def report(*packages):
    return json.dumps({"dependencies": packages, "fixes": []})


@pytest.fixture
def audit(tmp_path):
    """Run the audit with a pip-audit of this shell script."""

    def run(script):
        program = tmp_path / "pip-audit"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        return subprocess.run(
            [sys.executable, str(PROJECT / "tools" / "audit.py")],
            env={**os.environ, "PATH": f"{tmp_path}:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_sound_packages_pass(audit):
    done = audit(f"echo '{report(SOUND, UNKNOWN)}'")

    assert done.returncode == 0
    assert "1 packages, 0 unsafe, 1 unknown" in done.stdout


def test_a_finding_fails_and_is_named_with_its_remedy(audit):
    done = audit(f"echo '{report(SOUND, UNSAFE)}'; exit 1")

    assert done.returncode == 1
    assert "lxml 1.0: PYSEC-1, repaired in 1.1" in done.stdout


@pytest.mark.parametrize(
    "script",
    [
        "echo 'ConnectionError: nobody there.' >&2; exit 1",
        f"echo '{report(UNKNOWN)}'",
        "echo 'not JSON'",
        "exit 1",
    ],
    ids=["no connection", "no packages known", "no report", "nothing"],
)
def test_where_nobody_answers_it_is_said_to_be_skipped(audit, script):
    done = audit(script)

    assert done.returncode == 0
    assert "SKIPPED" in done.stdout
    assert "Traceback" not in done.stderr


def test_it_asks_about_the_versions_that_are_installed(audit, tmp_path):
    audit(f"echo \"$@\" > {tmp_path}/arguments; echo '{report(SOUND)}'")

    assert str(PROJECT / "requirements" / "run.txt") in (tmp_path / "arguments").read_text()


def test_without_pip_audit_it_is_said_to_be_skipped(tmp_path):
    done = subprocess.run(
        [sys.executable, str(PROJECT / "tools" / "audit.py")],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, "not installed" in done.stdout) == (0, True)


def test_a_service_that_never_answers_is_not_waited_for(tmp_path, monkeypatch, capsys):
    monkeypatch.syspath_prepend(PROJECT / "tools")
    import audit  # noqa: PLC0415

    program = tmp_path / "pip-audit"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(audit, "SECONDS", 0.3)
    began = time.monotonic()

    assert audit.main("requirements.txt") == 0
    assert "SKIPPED" in capsys.readouterr().out
    assert time.monotonic() - began < 5
