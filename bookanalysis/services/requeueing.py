"""A failed reading that may run again, because an operator says so."""

from sqlalchemy import select

from bookanalysis.errors import BookIsBeingRead, BookNotFound, JobNotFound, JobSuperseded, NotAReading
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job, JobType
from bookanalysis.services.jobs import held
from bookanalysis.services.queue import enqueue_reading
from bookanalysis.services.quota import lock_library


def requeue_job(job: Job) -> Job:
    """It goes on from what it has read. Raises what keeps it from running."""
    if job.job_type is not JobType.PROCESS_BOOK or job.user_id is None:
        raise NotAReading
    job_id = job.id
    lock_library(job.user_id)
    requeued = held(job_id)
    if requeued is None:
        raise JobNotFound
    _refuse_what_is_not_to_be_read(requeued)
    requeued.requeue()
    requeued.seq += 1
    db.session.get_one(Book, requeued.book_id).wait()
    db.session.commit()
    enqueue_reading(requeued)
    return requeued


def _refuse_what_is_not_to_be_read(job: Job) -> None:
    book = db.session.get_one(Book, job.book_id)
    if book.is_deleted:
        raise BookNotFound
    newest = db.session.scalars(
        select(Job)
        .where(Job.book_id == job.book_id, Job.job_type == JobType.PROCESS_BOOK)
        .order_by(Job.created_at.desc())
        .limit(1)
    ).one()
    if newest is job:
        return
    raise (BookIsBeingRead if newest.is_active else JobSuperseded)({"job_id": str(newest.id)})
