"""The reader that the settings name, with what it needs around it."""

from dataclasses import replace
from uuid import UUID

from flask import current_app

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.readers import Reader
from bookanalysis.ai.readers.chat.memory import MemoryAnswers, MemoryCalls
from bookanalysis.ai.readers.opening import ReaderSettings, open_reader
from bookanalysis.config import Config, config
from bookanalysis.extensions import db
from bookanalysis.jobs.answers import DatabaseAnswers
from bookanalysis.jobs.calls import DatabaseCalls
from bookanalysis.jobs.pace import own_pace, shared_pace
from bookanalysis.jobs.reader_settings import reader_settings

OPENING = "طريق القرية. رواية. تأليف كاتبة من الساحل."
"""What the small question is about."""


def reader_of_job(job_id: UUID) -> Reader:
    """Keeps its answers and calls in the database, its pace in Redis. Raises `ReaderMisconfigured`."""
    return open_reader(
        reader_settings(config()),
        DatabaseAnswers(db.engine),
        DatabaseCalls(db.engine, job_id),
        shared_pace(config(), current_app.extensions["redis"]),
    )


def reader_alone(settings: Config) -> Reader:
    """Needs neither database nor Redis, and keeps nothing. Raises `ReaderMisconfigured`."""
    return _open_alone(settings, reader_settings(settings))


def ask_one_question(settings: Config) -> str:
    """A small one, once; the reader's name if it answers. Raises what says why it does not."""
    reader = _open_alone(settings, replace(reader_settings(settings), attempts=1))
    reader.name_book(OPENING, BookName())
    return reader.name


def _open_alone(settings: Config, opened: ReaderSettings) -> Reader:
    return open_reader(opened, MemoryAnswers(), MemoryCalls(), own_pace(settings))
