"""A new password: by the old one, or by a code that was sent. It ends all sessions, also the one that asks.

Their sockets close with them. Whoever holds a stolen token is out, and nobody has to tell which session is
the owner's.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, update

from bookanalysis.errors import SessionEnded, WrongResetCode
from bookanalysis.extensions import db
from bookanalysis.logs.security import SecurityEvent, note_security_event
from bookanalysis.mail.letters import LetterKind
from bookanalysis.models import User
from bookanalysis.services.accounts import check_password
from bookanalysis.services.letters import add_letter
from bookanalysis.services.passwords import hash_password
from bookanalysis.services.queue import enqueue_email
from bookanalysis.services.reset_codes import redeem_code, use_up_codes
from bookanalysis.services.sessions import end_sessions_of


def change_password(user: User, old_password: str, new_password: str) -> None:
    """Of two changes at once, by the same old password, the first wins."""
    check_password(user, old_password, "old_password")
    new_hash = hash_password(new_password)
    if not _set_password(user.id, new_hash, User.password_hash == user.password_hash):
        raise SessionEnded
    note_security_event(SecurityEvent.PASSWORD_CHANGED)


def request_password_reset(email: str) -> None:
    """Whether there is such an account, only the letter's job finds out: the work here is the same."""
    letter = add_letter(LetterKind.PASSWORD_RESET, to=email.lower())
    db.session.commit()
    enqueue_email(letter)


def confirm_password_reset(email: str, code: str, new_password: str) -> None:
    """The slow hash comes first, so that it is part of every answer."""
    new_hash = hash_password(new_password)
    user_id = redeem_code(email, code)
    if user_id is None:
        db.session.commit()  # the try counts
        raise WrongResetCode
    if _set_password(user_id, new_hash):
        note_security_event(SecurityEvent.PASSWORD_RESET, user_id=str(user_id))


def _set_password(user_id: UUID, password_hash: str, *conditions: ColumnElement[bool]) -> bool:
    """In one transaction with all that ends; whether the conditions held."""
    changed: CursorResult[Any] = db.session.execute(  # type: ignore[assignment]
        update(User)
        .where(User.id == user_id, *conditions)
        .values(password_hash=password_hash)
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount != 1:
        db.session.rollback()
        return False
    end_sessions_of(user_id)
    use_up_codes(user_id)
    notice = add_letter(LetterKind.PASSWORD_CHANGED, user_id)
    db.session.commit()
    enqueue_email(notice)
    return True
