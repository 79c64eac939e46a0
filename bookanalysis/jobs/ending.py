"""How a reading fails: the job and its book say why, then the user is told."""

from bookanalysis.errors import BookAnalysisError
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job
from bookanalysis.notifications import Event, publish
from bookanalysis.services.coverage import note_coverage


def end_as_failed(job: Job, error: BookAnalysisError) -> None:
    """Commit, then tell. The caller has locked the job's row."""
    note_coverage(job)
    job.fail(error)
    job.seq += 1
    db.session.get_one(Book, job.book_id).fail_reading(error)
    db.session.commit()
    publish(job, Event.PROCESSING_FAILED)
