"""Each process sets up its log once; several may write to the same file."""

import json
import logging
import multiprocessing
import shutil

import pytest

from bookanalysis.config import Config
from bookanalysis.environment import LogFormat, LogLevel
from bookanalysis.logs.security import SECURITY_LOGGER, SecurityEvent, note_security_event
from bookanalysis.logs.setup import OURS, OWN_REPORTS, NowAndThen, Process, set_up_logging

WRITERS, LINES = 4, 3000


@pytest.fixture
def folder(tmp_path):
    """Where logs go; the loggers are afterwards as they were."""
    names = ("", SECURITY_LOGGER, *OURS, *OWN_REPORTS)
    before = {name: (logging.getLogger(name).level, logging.getLogger(name).handlers[:]) for name in names}
    for name in names:
        logging.getLogger(name).handlers = []
    yield tmp_path / "logs"
    for name, (level, handlers) in before.items():
        logger = logging.getLogger(name)
        for handler in logger.handlers:
            handler.close()
        logger.setLevel(level)
        logger.handlers = handlers
    logging.captureWarnings(capture=False)


def lines_of(file):
    return file.read_text(encoding="utf-8").splitlines()


def test_without_a_folder_all_goes_to_standard_error(folder, capfd):
    set_up_logging(Config(data_folder=folder), Process.WEB)

    logging.getLogger("bookanalysis.try").info("نقرأ")

    said = capfd.readouterr()
    assert "bookanalysis.try: نقرأ" in said.err
    assert "\x1b" not in said.err
    assert not said.out
    assert not folder.exists()


def test_each_kind_of_process_has_its_file(folder):
    for process in (Process.WEB, Process.WORKER):
        set_up_logging(Config(log_folder=folder), process)
        logging.getLogger("bookanalysis.try").info("from %s", process)

    assert [len(lines_of(folder / f"{name}.log")) for name in ("web", "worker")] == [1, 1]


def test_security_has_a_file_of_its_own_and_is_in_the_other_too(folder):
    set_up_logging(Config(log_folder=folder, log_level=LogLevel.ERROR), Process.WEB)

    note_security_event(SecurityEvent.PASSWORD_CHANGED, user_id="u")

    (line,) = lines_of(folder / "security.log")
    assert "password_changed  user_id=u" in line


def test_a_command_writes_no_file_but_securitys(folder):
    set_up_logging(Config(log_folder=folder), Process.COMMAND)

    logging.getLogger("bookanalysis.try").error("on the terminal")
    note_security_event(SecurityEvent.ACCOUNT_DEACTIVATED)

    assert [path.name for path in folder.glob("*.log")] == ["security.log"]
    assert len(lines_of(folder / "security.log")) == 1


def test_set_up_twice_says_it_once(folder):
    for _ in range(2):
        set_up_logging(Config(log_folder=folder), Process.WEB)

    logging.getLogger("bookanalysis.try").info("once")

    assert len(lines_of(folder / "web.log")) == 1


@pytest.mark.parametrize("name", ["httpx", "google_genai.models", "openai._base_client", "sqlalchemy.engine"])
def test_libraries_tell_no_questions_and_keys_even_while_we_debug(folder, name):
    set_up_logging(Config(log_folder=folder, log_level=LogLevel.DEBUG), Process.WORKER)

    logging.getLogger("bookanalysis.try").debug("ours")
    logging.getLogger(name).info("POST https://example.org/?key=hidden")
    logging.getLogger(name).warning("theirs")

    assert [line.rpartition(": ")[2] for line in lines_of(folder / "worker.log")] == ["ours", "theirs"]


@pytest.mark.parametrize("name", OWN_REPORTS)
def test_libraries_that_report_by_themselves_are_held_back(folder, name):
    set_up_logging(Config(log_folder=folder, log_level=LogLevel.DEBUG), Process.WEB)

    assert not logging.getLogger(name).isEnabledFor(logging.INFO)


def test_what_a_library_says_over_and_over_is_told_now_and_then():
    heard = NowAndThen(seconds=60)
    records = [logging.LogRecord("socketio", logging.ERROR, "", 1, say, (), None) for say in "aabab"]

    assert [heard.filter(record) for record in records] == [True, False, True, False, False]
    assert all(NowAndThen(seconds=0).filter(records[0]) for _ in range(2))


def write(config, writer, is_forked):
    if not is_forked:
        set_up_logging(config, Process.WORKER)
    for number in range(LINES):
        logging.getLogger("bookanalysis.try").info("سطر %s %d %s", writer, number, "-" * (number % 150))


def test_processes_that_write_at_once_lose_and_tear_no_line_across_rotations(folder, monkeypatch):
    monkeypatch.setattr("bookanalysis.logs.setup.MEGABYTE", 100_000)
    monkeypatch.setattr("sys.stderr", (folder.parent / "stderr").open("w", encoding="utf-8"))
    config = Config(log_folder=folder, log_file_mb=1, log_files=100, log_format=LogFormat.JSON)
    set_up_logging(config, Process.WORKER)
    fork = multiprocessing.get_context("fork")

    writers = [fork.Process(target=write, args=(config, each, each % 2)) for each in range(WRITERS)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    files = list(folder.glob("worker.log*"))
    records = [json.loads(line) for file in files for line in lines_of(file)]
    seen = [each["event"].split()[1:3] for each in records if each["logger"] == "bookanalysis.try"]
    assert len(files) > 5
    assert sorted(seen) == sorted([str(w), str(n)] for w in range(WRITERS) for n in range(LINES))


def test_old_files_go(folder, monkeypatch):
    monkeypatch.setattr("bookanalysis.logs.setup.MEGABYTE", 2000)
    set_up_logging(Config(log_folder=folder, log_file_mb=1, log_files=2), Process.WEB)

    for number in range(200):
        note_security_event(SecurityEvent.REFUSED, number=number)

    names = {path.name for path in folder.glob("security.log*")}
    assert names == {"security.log", "security.log.1", "security.log.2"}
    assert sum((folder / name).stat().st_size for name in names) < 3 * 2500
    assert "number=199" in lines_of(folder / "security.log")[-1]


def test_a_log_that_cannot_be_written_stops_no_work(folder, capfd):
    set_up_logging(Config(log_folder=folder), Process.WEB)
    shutil.rmtree(folder)
    folder.write_text("in the way")

    for _ in range(2):
        note_security_event(SecurityEvent.REFUSED, error_code="NOT_LOGGED_IN")

    assert capfd.readouterr().err.count("refused  error_code=NOT_LOGGED_IN") >= 2
