"""What another reader has read of a book: one reader's characters do not go with another's."""

from sqlalchemy import delete

from bookanalysis.extensions import db
from bookanalysis.models import Character, Chunk, Job


def forget_reading(job: Job) -> None:
    """Facts, mentions and relationships go with their chunks and characters."""
    for table in (Character, Chunk):
        db.session.execute(delete(table).where(table.book_id == job.book_id))
    job.progress = job.chunk_num = job.num_of_chunks = 0
    job.result = None
