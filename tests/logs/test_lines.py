"""No record can be mistaken for another, whatever it is about."""

import json
import logging

import pytest

from bookanalysis.environment import LogFormat
from bookanalysis.logs.setup import formatter_for

FORGED = "نعم\n2026-01-01 00:00:00 INFO bookanalysis.security: all is well"
SLY = [
    "\n",
    "\r",
    "\r\n",
    "\v",
    "\f",
    "\x1b[2K",
    "\x00",
    "\x7f",
    "\x85",
    "\u2028",
    "\u2029",
    "\u202e",
    "\ud800",
]


def line(message, *arguments, log_format=LogFormat.TEXT, error=None, **extra):
    exc_info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("bookanalysis.try", logging.INFO, "", 1, message, arguments, exc_info)
    record.__dict__.update(extra)
    return formatter_for(log_format).format(record)


@pytest.mark.parametrize("log_format", list(LogFormat))
def test_a_record_is_one_line_whatever_is_in_it(log_format):
    said = line("File %s", FORGED, log_format=log_format, path=FORGED)

    assert len(said.splitlines()) == 1


@pytest.mark.parametrize("log_format", list(LogFormat))
@pytest.mark.parametrize("sign", SLY)
def test_signs_that_steer_a_terminal_are_shown_by_their_number(sign, log_format):
    said = line(f"a{sign}b", log_format=log_format, name_of_file=f"a{sign}b")

    assert said.isprintable()
    said.encode("utf-8")


def test_json_gives_back_what_was_said():
    said = json.loads(line("File %s", FORGED, log_format=LogFormat.JSON, path="كتاب\u2028.epub"))

    assert said["event"] == f"File {FORGED}"
    assert said["path"] == "كتاب\u2028.epub"


def test_a_value_with_a_space_cannot_pose_as_two():
    assert r'path="/x status=200 \"y"' in line("request", path='/x status=200 "y')


def test_text_says_when_how_grave_who_and_what():
    said = line("Waits", error_code="READER_QUOTA_SPENT", retry_at=None)

    assert said[:4].isdigit()
    assert said.endswith("INFO    bookanalysis.try: Waits  error_code=READER_QUOTA_SPENT")


@pytest.mark.parametrize(
    ("level", "is_coloured"), [(logging.INFO, False), (logging.WARNING, True), (logging.ERROR, True)]
)
def test_what_is_grave_is_coloured_on_a_terminal_only(level, is_coloured):
    record = logging.LogRecord("bookanalysis.try", level, "", 1, "Waits", (), None)

    on_a_terminal = formatter_for(LogFormat.TEXT, is_coloured=True).format(record)

    assert on_a_terminal.startswith("\x1b[") == is_coloured
    assert "\x1b" not in formatter_for(LogFormat.TEXT).format(record)


def test_a_traceback_is_set_in_so_that_it_can_forge_no_record():
    said = line("Failed", error=ValueError(FORGED)).split("\n")

    assert said[0].endswith("Failed")
    assert len(said) > 1
    assert all(each.startswith("    ") for each in said[1:])


def test_a_traceback_is_part_of_its_json_record():
    said = json.loads(line("Failed", log_format=LogFormat.JSON, error=ValueError(FORGED)))

    assert FORGED in said["exception"]
