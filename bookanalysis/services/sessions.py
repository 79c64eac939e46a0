"""Login sessions: from the password to the logout, with a refresh token that changes at each use."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from flask_jwt_extended import create_access_token, create_refresh_token
from sqlalchemy import CursorResult, bindparam, select, update

from bookanalysis.config import config
from bookanalysis.errors import RefreshedAlready, TokenReplayed, WrongCredentials
from bookanalysis.extensions import db
from bookanalysis.models import LoginSession, User, utc_now

_LIVE_USER = (
    select(User)
    .join(LoginSession, LoginSession.user_id == User.id)
    .where(
        LoginSession.id == bindparam("session_id"),
        LoginSession.revoked_at.is_(None),
        User.is_active,
    )
)
"""Every request asks this: the statement is made once."""


@dataclass(frozen=True, slots=True)
class Login:
    """What a client needs to go on: two tokens of one session, and whose it is."""

    access: str
    refresh: str
    user: User


def start_session(user: User) -> Login:
    """Raises `WrongCredentials` if the password was changed, or the account closed, since it was read."""
    user.last_login = utc_now()
    entered: CursorResult[Any] = db.session.execute(  # type: ignore[assignment]
        update(User)
        .where(User.id == user.id, User.password_hash == user.password_hash, User.is_active)
        .values(last_login=user.last_login)
        .execution_options(synchronize_session=False)
    )
    if entered.rowcount != 1:
        db.session.rollback()
        raise WrongCredentials
    session = LoginSession(id=uuid4(), user_id=user.id, current_jti=str(uuid4()), expires_at=_end())
    db.session.add(session)
    db.session.commit()
    return _login(user, session.id, session.current_jti)


def refresh_session(user: User, session_id: UUID, jti: str) -> Login:
    """Change the refresh token for a new one; of several who ask with the same token, one gets it.

    The token before is told so within the grace time. Any other is a replay, and ends the session.
    """
    new_jti = str(uuid4())
    rotated = db.session.execute(
        update(LoginSession)
        .where(
            LoginSession.id == session_id,
            LoginSession.current_jti == jti,
            LoginSession.revoked_at.is_(None),
        )
        .values(previous_jti=jti, current_jti=new_jti, rotated_at=utc_now(), expires_at=_end())
        .returning(LoginSession.id)
    ).all()
    db.session.commit()
    if rotated:
        return _login(user, session_id, new_jti)
    if _was_rotated_just_now(session_id, jti):
        raise RefreshedAlready
    end_session(session_id)
    raise TokenReplayed


def end_session(session_id: UUID) -> None:
    db.session.execute(
        update(LoginSession)
        .where(LoginSession.id == session_id, LoginSession.revoked_at.is_(None))
        .values(revoked_at=utc_now())
    )
    db.session.commit()


def end_sessions_of(user_id: UUID) -> None:
    """In the caller's transaction."""
    db.session.execute(
        update(LoginSession)
        .where(LoginSession.user_id == user_id, LoginSession.revoked_at.is_(None))
        .values(revoked_at=utc_now())
    )


def live_user(session_id: UUID) -> User | None:
    """Whose session this is; None once it has ended or the account is closed."""
    return db.session.scalar(_LIVE_USER, {"session_id": session_id})


def live_among(session_ids: set[UUID]) -> set[UUID]:
    rows = (
        select(LoginSession.id)
        .join(User, LoginSession.user_id == User.id)
        .where(LoginSession.id.in_(session_ids), LoginSession.revoked_at.is_(None), User.is_active)
    )
    return set(db.session.scalars(rows))


def _was_rotated_just_now(session_id: UUID, jti: str) -> bool:
    grace = timedelta(seconds=config().refresh_grace_seconds)
    found = db.session.scalar(
        select(LoginSession.id).where(
            LoginSession.id == session_id,
            LoginSession.previous_jti == jti,
            LoginSession.rotated_at >= utc_now() - grace,
            LoginSession.revoked_at.is_(None),
        )
    )
    return found is not None


def _end() -> datetime:
    return utc_now() + timedelta(days=config().refresh_token_days)


def _login(user: User, session_id: UUID, refresh_jti: str) -> Login:
    identity = str(user.id)
    claims = {"user_id": identity, "email": user.email, "sid": str(session_id)}
    return Login(
        access=create_access_token(identity, additional_claims=claims),
        refresh=create_refresh_token(identity, additional_claims={**claims, "jti": refresh_jti}),
        user=user,
    )
