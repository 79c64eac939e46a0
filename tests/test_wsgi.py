import json
import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from urllib.request import urlopen

import pytest

from bookanalysis.environment import PROJECT


@pytest.fixture
def environment(migrated, tmp_path):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    nobody = "redis://127.0.0.1:1/0"
    return {**os.environ, "DATA_FOLDER": str(migrated), "PORT": str(port), "REDIS_URL": nobody}


def test_the_web_process_loads_no_model_library(environment):
    program = "import sys, json, wsgi; print(json.dumps(list(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment, "ASYNC_MODE": "threading"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    loaded = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert not loaded & {"langgraph", "langchain_core", "langchain", "pydantic", "eventlet"}


def test_what_was_loaded_is_not_searched_for_garbage_again(environment):
    program = "import gc, json, wsgi; print(json.dumps([gc.get_freeze_count(), len(gc.get_objects())]))"

    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment, "ASYNC_MODE": "threading"},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )

    set_aside, searched = json.loads(done.stdout)
    assert set_aside > 20 * searched


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_the_program_serves_and_ends_when_told(environment, mode, sign):
    process = subprocess.Popen(
        [sys.executable, "wsgi.py"],
        env={**environment, "ASYNC_MODE": mode},
        cwd=PROJECT,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        answer = answer_of(f"http://127.0.0.1:{environment['PORT']}/healthz", process)
        process.send_signal(sign)
        _, said = process.communicate(timeout=10)
    finally:
        process.kill()

    assert answer["status"] == "success"
    assert process.returncode == 0
    assert "Deprecat" not in said


@pytest.mark.parametrize("mode", ["eventlet", "threading"])
@pytest.mark.parametrize("connection", ["close", "keep-alive"])
def test_a_refusal_is_heard_by_a_client_that_is_still_sending(environment, mode, connection):
    process = subprocess.Popen(
        [sys.executable, "wsgi.py"], env={**environment, "ASYNC_MODE": mode}, cwd=PROJECT
    )
    headers = {"Content-Type": "application/json", "Connection": connection}
    try:
        answer_of(f"http://127.0.0.1:{environment['PORT']}/healthz", process)
        client = HTTPConnection("127.0.0.1", int(environment["PORT"]), timeout=10)
        client.request("POST", "/api/auth/login/", b"x" * 20_000_000, headers)
        answer = client.getresponse()
        said = json.load(answer)
        client.close()
    finally:
        process.kill()
        process.wait()

    assert (answer.status, said["error_code"]) == (413, "BODY_TOO_LARGE")


def answer_of(address, process):
    for _ in range(200):
        assert process.poll() is None, process.stderr.read()
        try:
            with urlopen(address) as answer:
                return json.load(answer)
        except OSError:
            time.sleep(0.1)
    raise AssertionError("nobody answers")
