"""What an operator does to accounts."""

from sqlalchemy import select

from bookanalysis.errors import UserNotFound
from bookanalysis.extensions import db
from bookanalysis.logs.security import SecurityEvent, note_security_event
from bookanalysis.models import User
from bookanalysis.services.sessions import end_sessions_of


def find_user(email: str) -> User:
    user = db.session.scalar(select(User).where(User.email == email.lower()))
    if user is None:
        raise UserNotFound
    return user


def set_active(user: User, *, is_active: bool) -> None:
    """A closed account loses its sessions: opened again, it must be logged into again."""
    user.is_active = is_active
    if not is_active:
        end_sessions_of(user.id)
    db.session.commit()
    event = SecurityEvent.ACCOUNT_ACTIVATED if is_active else SecurityEvent.ACCOUNT_DEACTIVATED
    note_security_event(event, user_id=str(user.id))


def set_staff(user: User, *, is_staff: bool) -> None:
    user.is_staff = is_staff
    db.session.commit()
    note_security_event(SecurityEvent.STAFF_CHANGED, user_id=str(user.id), is_staff=is_staff)
