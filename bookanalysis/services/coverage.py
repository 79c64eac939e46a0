"""How much of a book a job has read, and what it has asked for it: the job's result and usage."""

from typing import Any

from sqlalchemy import func, select

from bookanalysis.extensions import db
from bookanalysis.models import Character, CharacterRelationship, Chunk, Job
from bookanalysis.services.usage import usage_of

MOST_GAPS = 100
"""That a result lists; how many there are is what is missing between `read` and the committed chunks."""
WHAT_IS_DROPPED = ("mentions", "facts")


def note_coverage(job: Job) -> None:
    """As the committed chunks stand; a book that is not cut yet has no result."""
    job.usage = usage_of(job.id)
    if job.num_of_chunks:
        job.result = _coverage_of(job)


def dropped_with(job: Job, dropped: dict[str, int]) -> dict[str, int]:
    """What has been dropped for want of evidence, with one more chunk's."""
    so_far = (job.result or {}).get("dropped", {})
    return {what: so_far.get(what, 0) + dropped.get(what, 0) for what in WHAT_IS_DROPPED}


def _coverage_of(job: Job) -> dict[str, Any]:
    of_book = Chunk.book_id == job.book_id
    chunks, committed, gaps = db.session.execute(
        select(func.count(), func.count(Chunk.read_at), func.count(Chunk.gap)).where(of_book)
    ).one()
    listed = db.session.execute(
        select(Chunk.chunk_number, Chunk.gap)
        .where(of_book, Chunk.gap.is_not(None))
        .order_by(Chunk.chunk_number)
        .limit(MOST_GAPS)
    )
    return {
        "chunks": chunks,
        "read": committed - gaps,
        "gaps": [{"chunk": number, "reason": reason} for number, reason in listed],
        "dropped": dropped_with(job, {}),
        "characters": _number_of(Character, job),
        "relationships": _number_of(CharacterRelationship, job),
    }


def _number_of(table: type[Character] | type[CharacterRelationship], job: Job) -> int:
    count = select(func.count()).select_from(table).where(table.book_id == job.book_id)
    return db.session.scalars(count).one()
