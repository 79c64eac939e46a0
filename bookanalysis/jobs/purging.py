"""Rows that are old go, once a day."""

from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.orm import InstrumentedAttribute

from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.models import Job, JobType, LoginSession, PasswordResetCode, StoredAnswer, utc_now
from bookanalysis.services.reset_codes import AN_HOUR

AT_ONCE = 500
"""A long delete would keep others from writing to SQLite."""
LETTERS_ARE_KEPT = timedelta(days=7)


def purge_answers() -> None:
    """Remove the stored answers that are too old, if there is such an age."""
    if days := config().reader_answers_days:
        delete_where(StoredAnswer.digest, StoredAnswer.created_at < utc_now() - timedelta(days=days))


def purge_traces_of_accounts() -> None:
    """Sessions and codes that say nothing any more, and letters that were sent or given up.

    A session that is not there has ended. A code counts for an hour against new ones. The jobs of letters
    hold addresses, perhaps of people who have no account.
    """
    now = utc_now()
    delete_where(LoginSession.id, LoginSession.expires_at < now)
    delete_where(PasswordResetCode.id, PasswordResetCode.expires_at < now - AN_HOUR)
    delete_where(Job.id, and_(Job.job_type == JobType.EMAIL, Job.finished_at < now - LETTERS_ARE_KEPT))


def delete_where(key: InstrumentedAttribute[Any], is_old: ColumnElement[bool]) -> None:
    while old := db.session.scalars(select(key).where(is_old).limit(AT_ONCE)).all():
        db.session.execute(
            delete(key.class_).where(key.in_(old)).execution_options(synchronize_session=False)
        )
        db.session.commit()
    db.session.rollback()
