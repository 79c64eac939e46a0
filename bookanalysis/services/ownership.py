"""Whose is it: someone else's thing is not there."""

from typing import Any, ClassVar, Protocol, Self, TypeVar
from uuid import UUID

from flask_jwt_extended import current_user
from sqlalchemy import Select
from sqlalchemy.orm.interfaces import ORMOption

from bookanalysis.errors import NotFound
from bookanalysis.extensions import db


class Owned(Protocol):
    not_found: ClassVar[type[NotFound]]
    id: Any

    @classmethod
    def owned_by(cls, user_id: UUID) -> Select[Self]: ...


Thing = TypeVar("Thing", bound=Owned)


def own(model: type[Thing], thing_id: UUID, *options: ORMOption) -> Thing:
    """The thing with this id if it belongs to who asks, else its `not_found`."""
    found = db.session.scalar(model.owned_by(current_user.id).where(model.id == thing_id).options(*options))
    if found is None:
        raise model.not_found
    return found
