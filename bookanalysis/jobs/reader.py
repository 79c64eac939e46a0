"""The reader that the settings name, with what it needs of the database and of Redis."""

from uuid import UUID

from flask import current_app

from bookanalysis.ai.readers import Reader
from bookanalysis.ai.readers.opening import open_reader
from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.jobs.answers import DatabaseAnswers
from bookanalysis.jobs.calls import DatabaseCalls
from bookanalysis.jobs.pace import shared_pace
from bookanalysis.jobs.reader_settings import reader_settings


def reader_of_job(job_id: UUID) -> Reader:
    """Raises `ReaderMisconfigured`."""
    return open_reader(
        reader_settings(config()),
        DatabaseAnswers(db.engine),
        DatabaseCalls(db.engine, job_id),
        shared_pace(config(), current_app.extensions["redis"]),
    )
