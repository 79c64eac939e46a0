"""An account."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Select, String, select
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.models.base import Base, Timestamped, utc_now


class User(Timestamped, Base):
    """`email` is kept in small letters; `password_hash` is Argon2's."""

    __tablename__ = "user"

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    name: Mapped[str] = mapped_column(String(255))
    email: Mapped[str] = mapped_column(String(254), unique=True)
    password_hash: Mapped[str] = mapped_column("password", String(128))
    is_active: Mapped[bool] = mapped_column(default=True)
    is_staff: Mapped[bool] = mapped_column(default=False)
    is_superuser: Mapped[bool] = mapped_column(default=False)
    last_login: Mapped[datetime | None]
    date_joined: Mapped[datetime] = mapped_column(default=utc_now)


def find_users(*, staff: bool = False, inactive: bool = False) -> Select[User]:
    """All, or those that are all of what is asked for; in the order in which they came."""
    users = select(User)
    if staff:
        users = users.where(User.is_staff)
    if inactive:
        users = users.where(User.is_active.is_(False))
    return users.order_by(User.date_joined, User.id)
