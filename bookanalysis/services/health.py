"""Whether the parts that the service needs answer."""

from flask import current_app
from redis import RedisError
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bookanalysis.errors import NotReady
from bookanalysis.extensions import db, off_loop, storage


def check_parts() -> None:
    """Raise `NotReady` with the parts that are away."""
    parts = {"database": _database_answers(), "redis": _redis_answers(), "storage": _storage_answers()}
    if not all(parts.values()):
        raise NotReady({name: "ready" if answers else "away" for name, answers in parts.items()})


def _database_answers() -> bool:
    try:
        db.session.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def _redis_answers() -> bool:
    try:
        return bool(current_app.extensions["redis"].ping())
    except RedisError:
        return False


def _storage_answers() -> bool:
    try:
        off_loop(storage().check)
    except OSError:
        return False
    return True
