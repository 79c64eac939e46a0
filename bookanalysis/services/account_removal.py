"""An account goes with all that belongs to it: rows in one transaction, then its runs, then its files."""

import logging
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, or_, select

from bookanalysis.extensions import db, off_loop, storage
from bookanalysis.models import Book, Job, JobStatus, JobType, User
from bookanalysis.services.accounts import check_password
from bookanalysis.services.queue import stop_reading
from bookanalysis.storage import LocalStorage

logger = logging.getLogger(__name__)


def remove_account(user: User, password: str) -> None:
    """A run that still works for it finds its job gone, and ends."""
    check_password(user, password, "password")
    jobs = _delete_jobs(user)
    files = _lock_and_list_files(user)
    db.session.execute(delete(User).where(User.id == user.id))
    db.session.commit()
    for job in jobs:
        if job.status is JobStatus.RUNNING:
            stop_reading(job)
    for error in off_loop(_remove, storage(), files):
        logger.warning("A file that no row knows is left to the sweep: %s", error)


def _delete_jobs(user: User) -> Sequence[Job]:
    """Before anything else, as each run holds its job's row first: so nobody waits for the other."""
    return db.session.scalars(
        delete(Job)
        .where(or_(Job.user_id == user.id, _is_letter_to(user.email)))
        .returning(Job)
        .execution_options(synchronize_session=False)
    ).all()


def _is_letter_to(email: str) -> ColumnElement[bool]:
    asked_by_anyone = and_(Job.user_id.is_(None), Job.job_type == JobType.EMAIL)
    return and_(asked_by_anyone, Job.parameters["email"].as_string() == email)


def _lock_and_list_files(user: User) -> list[str]:
    """An upload under way holds the user's row, too: it is in, or finds no user."""
    db.session.execute(select(User.id).where(User.id == user.id).with_for_update())
    books = db.session.execute(select(Book.file, Book.txt_file).where(Book.user_id == user.id))
    return [key for keys in books for key in keys if key]


def _remove(kept: LocalStorage, keys: list[str]) -> list[OSError]:
    """What could not be removed, and why."""
    failures = []
    for key in keys:
        try:
            kept.remove(key)
        except OSError as error:
            failures.append(error)
    return failures
