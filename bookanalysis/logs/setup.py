"""How a process writes its log: set up once, for our records and those of every library alike."""

import logging
import sys
from _thread import RLock
from collections.abc import MutableMapping
from enum import StrEnum
from logging import Handler, StreamHandler
from time import monotonic
from typing import Any, TextIO

import structlog
from concurrent_log_handler import ConcurrentRotatingFileHandler

from bookanalysis.config import MEGABYTE, Config
from bookanalysis.environment import LogFormat
from bookanalysis.logs.context import noted
from bookanalysis.logs.lines import as_coloured_text, as_json, as_text
from bookanalysis.logs.secrets import without_secrets
from bookanalysis.logs.security import SECURITY_LOGGER

OURS = ("bookanalysis", "worker")
OWN_REPORTS = ("werkzeug", "engineio", "socketio", "engineio.server", "socketio.server", "rq.worker")
"""They set their level themselves: each request, packet or job, with tokens and addresses in it."""
MOST_REMEMBERED = 100
REPEATING = "socketio"
"""While Redis is away it says so twice for each event that is lost."""
TIMES = {LogFormat.TEXT: "%Y-%m-%d %H:%M:%S", LogFormat.JSON: "iso"}
"""In UTC."""


class Process(StrEnum):
    """Who writes; the name of the file, too. Commands write to the terminal only."""

    WEB = "web"
    WORKER = "worker"
    COMMAND = "command"


def set_up_logging(config: Config, process: Process) -> None:
    """Call it before an application is made; a second call replaces the first.

    Libraries are heard from WARNING on, whatever LOG_LEVEL says: below it some of them tell keys,
    addresses and what is asked of a model, which is the book's text.
    """
    root = logging.getLogger()
    security = logging.getLogger(SECURITY_LOGGER)
    for logger in (root, security):
        for old in list(logger.handlers):
            logger.removeHandler(old)
            old.close()
    root.addHandler(_terminal(sys.stderr, config.log_format))
    if config.log_folder:
        config.log_folder.mkdir(parents=True, exist_ok=True)
        if process is not Process.COMMAND:
            root.addHandler(_file(process.value, config))
        security.addHandler(_file("security", config))
    root.setLevel(max(logging.WARNING, logging.getLevelName(config.log_level.value)))
    for name in OURS:
        logging.getLogger(name).setLevel(config.log_level.value)
    security.setLevel(logging.INFO)
    for name in OWN_REPORTS:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger(REPEATING).filters[:] = [NowAndThen()]
    logging.captureWarnings(capture=True)


class NowAndThen(logging.Filter):
    """Lets the same words through once in a while."""

    def __init__(self, seconds: float = 10) -> None:
        super().__init__()
        self._seconds = seconds
        self._next: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        now = monotonic()
        if len(self._next) > MOST_REMEMBERED:
            self._next.clear()
        if now < self._next.get(record.msg, 0):
            return False
        self._next[record.msg] = now + self._seconds
        return True


def _terminal(stream: TextIO, log_format: LogFormat) -> Handler:
    handler = StreamHandler(stream)
    handler.setFormatter(formatter_for(log_format, is_coloured=stream.isatty()))
    return _for_any_thread(handler)


def _file(name: str, config: Config) -> Handler:
    """Several processes write to it, and any may turn it over: the library's lock keeps them apart."""
    handler = ConcurrentRotatingFileHandler(
        str((config.log_folder or config.data_folder) / f"{name}.log"),
        maxBytes=config.log_file_mb * MEGABYTE,
        backupCount=config.log_files,
        encoding="utf-8",
        keep_file_open=True,
    )
    handler.setFormatter(formatter_for(config.log_format))
    handler._thread_lock = RLock()
    return _for_any_thread(handler)


def _for_any_thread(handler: Handler) -> Handler:
    """A lock of the system's in place of a green one, which a thread beside the event loop cannot wait for.

    No green thread gives way while it writes a record.
    """
    handler.lock = RLock()
    return handler


def formatter_for(log_format: LogFormat, *, is_coloured: bool = False) -> logging.Formatter:
    text = as_coloured_text if is_coloured else as_text
    return _DiscreetFormatter(
        foreign_pre_chain=[
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt=TIMES[log_format], utc=True),
            _say_what_is_noted,
            structlog.stdlib.ExtraAdder(),
        ],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            structlog.processors.format_exc_info,
            as_json if log_format is LogFormat.JSON else text,
        ],
    )


class _DiscreetFormatter(structlog.stdlib.ProcessorFormatter):
    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))


def _say_what_is_noted(
    _logger: Any, _method: str, fields: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    fields.update(noted())
    return fields
