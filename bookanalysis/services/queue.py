"""What goes to the workers: names and ids only, never a row."""

import logging

from flask import current_app
from redis import RedisError
from rq.command import send_stop_job_command
from rq.exceptions import InvalidJobOperation, NoSuchJobError
from rq.serializers import JSONSerializer

from bookanalysis.extensions import QueueName, queue
from bookanalysis.logs.context import carried
from bookanalysis.models import Job, JobType

logger = logging.getLogger(__name__)

READ_BOOK = "bookanalysis.jobs.process_book.process_book"
SEND_EMAIL = "bookanalysis.jobs.email.send_email"
A_DAY = 24 * 60 * 60


def enqueue_reading(job: Job) -> bool:
    """Hint that this job waits, once an attempt. False if Redis is away: the sweep will come by.

    Call it after the commit. Told twice, the second run finds the row taken and ends.
    """
    return _hint(job, QueueName.AI_PROCESSING, READ_BOOK)


def enqueue_email(job: Job) -> bool:
    """As `enqueue_reading`; the letter itself, and whom it goes to, stay in the row."""
    return _hint(job, QueueName.EMAIL, SEND_EMAIL)


ENQUEUE = {JobType.PROCESS_BOOK: enqueue_reading, JobType.EMAIL: enqueue_email}


def stop_reading(job: Job) -> None:
    """End the process of this job's last run, if there is one: what it still has is not wanted."""
    if not job.attempts:
        return
    redis = current_app.extensions["redis"]
    try:
        send_stop_job_command(redis, _attempt(job, job.attempts - 1), serializer=JSONSerializer)
    except (InvalidJobOperation, NoSuchJobError, RedisError) as error:
        logger.info("Job %s: no run to stop: %s", job.id, error)


def _hint(job: Job, name: QueueName, function: str) -> bool:
    attempt = _attempt(job, job.attempts)
    waiting = queue(name)
    try:
        if waiting.get_job_position(attempt) is None:
            waiting.enqueue_call(
                function,
                args=[str(job.id)],
                job_id=attempt,
                timeout=-1,
                result_ttl=0,
                failure_ttl=A_DAY,
                meta=carried(),
            )
    except RedisError:
        return False
    return True


def _attempt(job: Job, number: int) -> str:
    return f"job-{job.id}-{number}"
