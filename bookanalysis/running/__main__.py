"""Start Redis if none answers, the web process and the workers; stop them all on Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import IO
from urllib.error import URLError
from urllib.request import urlopen

from dotenv import load_dotenv

from bookanalysis.config import Config
from bookanalysis.environment import PROJECT
from bookanalysis.errors import BookAnalysisError
from bookanalysis.jobs.reader_settings import check_configured_reader
from bookanalysis.production import refuse_unsafe
from bookanalysis.running.errors import DatabaseNotReady, WebDoesNotAnswer
from bookanalysis.running.lock import only_one
from bookanalysis.running.ports import address_of, check_free
from bookanalysis.running.redis import redis_command
from bookanalysis.running.supervisor import TIED, write_configuration

SECONDS_TO_ANSWER = 60


def main() -> int:
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):  # a shell's background job ignores SIGINT
        signal.signal(sign, signal.default_int_handler)
    load_dotenv(PROJECT / ".env")
    try:
        run(Config.from_environment())
    except BookAnalysisError as refusal:
        print(f"\n{refusal.en}\n{refusal.ar}\n", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 1


def run(config: Config) -> None:
    """Return only when the supervisor ends by itself, which it should not."""
    refuse_unsafe(config)
    check_configured_reader(config)
    address = address_of(config.host, config.port)
    with only_one(config.data_folder, address):
        check_free(config.host, config.port)
        redis = redis_command(config.redis_url, config.data_folder / "redis")
        login = _prepare_database()
        programs = {"redis": redis} if redis else {}
        programs |= {name: [sys.executable, str(PROJECT / f"{name}.py")] for name in ("worker", "wsgi")}
        _supervise(write_configuration(config.data_folder / "supervisor", PROJECT, programs), address, login)


def _prepare_database() -> dict[str, str]:
    """In a process of its own, so that this one stays small."""
    command = [*TIED, sys.executable, "-m", "bookanalysis.running.database"]
    done = subprocess.run(command, cwd=PROJECT, stdout=subprocess.PIPE, check=False)
    if done.returncode:
        raise DatabaseNotReady
    return dict(json.loads(done.stdout))


def _supervise(configuration: Path, address: str, login: dict[str, str]) -> None:
    """In a session of its own: Ctrl-C reaches this process, which then stops the others in their order."""
    command = [*TIED, sys.executable, "-m", "supervisor.supervisord", "-c", str(configuration)]
    supervisor = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, start_new_session=True)
    said = Thread(target=_pass_on, args=(supervisor.stdout,))
    said.start()
    try:
        _wait_until_it_answers(address, supervisor)
        print(_greeting(address, login), flush=True)
        supervisor.wait()
    finally:
        for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(sign, signal.SIG_IGN)
        supervisor.terminate()
        supervisor.wait()
        said.join()


def _pass_on(said: IO[bytes]) -> None:
    """Through a pipe: a journal's socket cannot be opened by its name, as supervisord does."""
    with suppress(OSError):  # nobody reads us any more, but the programs go on
        for line in said:
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
    for _ in said:
        pass


def _wait_until_it_answers(address: str, supervisor: "subprocess.Popen[bytes]") -> None:
    latest = monotonic() + SECONDS_TO_ANSWER
    while monotonic() < latest and supervisor.poll() is None:
        try:
            with urlopen(f"{address}/healthz", timeout=5):  # noqa: S310  our own address
                return
        except (URLError, OSError):
            sleep(0.1)
    raise WebDoesNotAnswer(address=address)


def _greeting(address: str, login: dict[str, str]) -> str:
    lines = [
        f"Ready at {address} (the API is described at {address}/api/docs)",
        "Ctrl-C stops everything. للإيقاف اضغط Ctrl-C",
    ]
    if login:
        lines.insert(1, f"Demo login · حساب التجربة: {login['email']}  {login['password']}")
    return os.linesep.join(["", *(f"  {line}" for line in lines), ""])


if __name__ == "__main__":
    sys.exit(main())
