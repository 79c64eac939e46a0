"""`make run` from its start to its end."""

import signal
import socket
import subprocess
import sys

import pytest
import requests

from tests.e2e.client import Browser
from tests.e2e.story import novel
from tests.e2e.system import HOST, PROJECT, System, are_gone, wait_until


@pytest.fixture
def in_the_middle(own):
    """A system of its own that reads a book, and the book's job."""
    system = own()
    browser = Browser(system)
    _, job_id = browser.upload(novel().build())
    browser.wait_for_event(job_id, "characters_extracted")
    browser.close()
    return system, job_id


def test_ctrl_c_leaves_no_process_and_the_next_start_reads_on(in_the_middle):
    system, job_id = in_the_middle
    children = system.processes()
    assert len(children) >= 6

    seconds = system.stop(signal.SIGINT)

    assert are_gone(children)
    assert seconds < 12
    system.log.unlink()
    browser = Browser(system.start())
    assert browser.wait_for_end(job_id)["status"] == "completed"
    browser.close()


def test_a_kill_leaves_no_process_either(in_the_middle):
    system, _ = in_the_middle
    children = system.processes()

    system.stop(signal.SIGKILL)

    wait_until(lambda: are_gone(children), 15, "the end of all processes")


def refusal_of(system):
    """What it says when it cannot start."""
    done = subprocess.run(
        [sys.executable, "-m", "bookanalysis.running"],
        cwd=PROJECT,
        env=system.environment,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_taken_port_is_said_in_both_languages(tmp_path):
    with socket.create_server((HOST, 0)) as server:
        said = refusal_of(System(tmp_path, PORT=server.getsockname()[1]))

    assert "make run PORT=" in said
    assert "المنفذ" in said


def test_a_redis_that_is_none_is_said(tmp_path):
    with socket.create_server((HOST, 0)) as server:
        said = refusal_of(System(tmp_path, f"redis://{HOST}:{server.getsockname()[1]}/0"))

    assert "is no Redis" in said


def test_a_wrong_setting_is_said(tmp_path):
    assert "WORKERS" in refusal_of(System(tmp_path, WORKERS="many"))


def test_a_missing_key_is_said_in_both_languages(tmp_path):
    said = refusal_of(System(tmp_path, READER="gemini", READER_API_KEY=""))

    assert "Set READER_API_KEY" in said
    assert "اضبط READER_API_KEY" in said


def test_a_second_start_is_told_where_the_first_one_is(system):
    said = refusal_of(system)

    assert system.address in said
    assert requests.get(f"{system.address}/healthz", timeout=5).ok
