"""What goes to the workers: names and ids only, never a row."""

from redis import RedisError

from bookanalysis.extensions import QueueName, queue
from bookanalysis.models import Job

READ_BOOK = "bookanalysis.jobs.process_book.process_book"
A_DAY = 24 * 60 * 60


def enqueue_reading(job: Job) -> bool:
    """Hint that this job waits, once an attempt. False if Redis is away: the sweep will come by.

    Call it after the commit. Told twice, the second run finds the row taken and ends.
    """
    attempt = f"job-{job.id}-{job.attempts}"
    waiting = queue(QueueName.AI_PROCESSING)
    try:
        if waiting.get_job_position(attempt) is None:
            waiting.enqueue_call(
                READ_BOOK, args=[str(job.id)], job_id=attempt, timeout=-1, result_ttl=0, failure_ttl=A_DAY
            )
    except RedisError:
        return False
    return True
