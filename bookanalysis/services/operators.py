"""Operators: staff who look after the queues, for an hour at a time."""

from uuid import UUID

from flask import current_app
from itsdangerous import BadSignature, URLSafeTimedSerializer

from bookanalysis.errors import DashboardClosed, SessionEnded, StaffOnly
from bookanalysis.logs.security import SecurityEvent, note_security_event
from bookanalysis.models import User
from bookanalysis.services.sessions import live_user

LIFETIME = 60 * 60


def give_pass(user: User, session_id: UUID) -> str:
    """What opens the dashboard, and nothing else, while this session lives; raises `StaffOnly`."""
    _check_staff(user)
    note_security_event(SecurityEvent.OPERATOR_LOGGED_IN)
    return _signer().dumps(session_id.hex)


def check_pass(given: str) -> None:
    """Raise unless an operator holds this pass, still. One query."""
    user = live_user(_session_of(given))
    if user is None:
        raise SessionEnded
    _check_staff(user)


def _check_staff(user: User) -> None:
    if not user.is_staff:
        raise StaffOnly


def _session_of(given: str) -> UUID:
    try:
        return UUID(_signer().loads(given, max_age=LIFETIME))
    except BadSignature as error:
        raise DashboardClosed from error


def _signer() -> URLSafeTimedSerializer:
    """Its salt keeps it apart from whatever else is signed with the same key."""
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="bookanalysis dashboard")
