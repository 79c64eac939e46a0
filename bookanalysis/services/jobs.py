"""Jobs, each held while it is changed."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, update

from bookanalysis.extensions import db
from bookanalysis.models import Job, utc_now


def locked(job_id: UUID, *conditions: ColumnElement[bool]) -> Job | None:
    """The job's row, nobody else's until the transaction ends; None if the conditions do not hold."""
    db.session.rollback()
    touched: CursorResult[Any] = db.session.execute(  # type: ignore[assignment]
        update(Job)
        .where(Job.id == job_id, *conditions)
        .values(updated_at=utc_now())
        .execution_options(synchronize_session=False)
    )
    if touched.rowcount != 1:
        db.session.rollback()
        return None
    return db.session.get_one(Job, job_id, populate_existing=True)
