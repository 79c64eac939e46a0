"""Reset codes: six digits, good once, for 15 minutes and 5 tries; at most 3 an hour for an account.

A code is made from its job's id with the application's key, and is nowhere but in the letter: the table
keeps another HMAC of it. All functions work in the caller's transaction, which holds the user's row first.
"""

import hmac
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select, update

from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.models import Job, PasswordResetCode, User, utc_now

LIFETIME = timedelta(minutes=15)
MOST_TRIES = 5
AN_HOUR = timedelta(hours=1)
MOST_AN_HOUR = 3
NOBODY = UUID(int=0)


def issue_code(user: User, job: Job) -> str | None:
    """The code for this job's letter, which makes older ones useless; None if there is to be no letter.

    A letter that is written again, after a failure, has the same code, and its time begins anew; unless
    the code was used meanwhile, or another letter has a newer one.
    """
    code = _digits_of(job.id)
    issued = (job.parameters or {}).get("code_id")
    if issued is not None:
        return code if _renew(issued, user.id, code) else None
    if _issued_in_the_last_hour(user.id) >= MOST_AN_HOUR:
        return None
    use_up_codes(user.id)
    row = PasswordResetCode(user_id=user.id, code_hash=_hash(user.id, code), expires_at=_end())
    db.session.add(row)
    db.session.flush()
    job.parameters = {**(job.parameters or {}), "code_id": row.id}
    return code


def redeem_code(email: str, code: str) -> UUID | None:
    """Whose code this is; None if it is wrong, spent or nobody's, which takes the same statements.

    Every call is a try, counted by the statement that finds the code: no number of parallel guesses is
    more than `MOST_TRIES`.
    """
    found = db.session.scalar(
        select(User.id).where(User.email == email.lower(), User.is_active).with_for_update()
    )
    kept = db.session.scalar(
        update(PasswordResetCode)
        .where(
            PasswordResetCode.user_id == (found or NOBODY),
            PasswordResetCode.is_used.is_(False),
            PasswordResetCode.tries < MOST_TRIES,
            PasswordResetCode.expires_at > utc_now(),
        )
        .values(tries=PasswordResetCode.tries + 1)
        .returning(PasswordResetCode.code_hash)
    )
    fits = hmac.compare_digest(kept or "", _hash(found or NOBODY, code))
    return found if fits else None


def use_up_codes(user_id: UUID) -> None:
    db.session.execute(
        update(PasswordResetCode)
        .where(PasswordResetCode.user_id == user_id, PasswordResetCode.is_used.is_(False))
        .values(is_used=True)
    )


def _renew(code_id: int, user_id: UUID, code: str) -> bool:
    renewed = db.session.scalars(
        update(PasswordResetCode)
        .where(
            PasswordResetCode.id == code_id,
            PasswordResetCode.user_id == user_id,
            PasswordResetCode.is_used.is_(False),
        )
        .values(code_hash=_hash(user_id, code), expires_at=_end())
        .returning(PasswordResetCode.id)
    )
    return renewed.one_or_none() is not None


def _issued_in_the_last_hour(user_id: UUID) -> int:
    return db.session.scalars(
        select(func.count()).where(
            PasswordResetCode.user_id == user_id, PasswordResetCode.created_at > utc_now() - AN_HOUR
        )
    ).one()


def _digits_of(job_id: UUID) -> str:
    """The same each time; nobody without the key can tell which."""
    number = int.from_bytes(_hmac(f"reset code of job {job_id}").digest())
    return f"{number % 1_000_000:06}"


def _hash(user_id: UUID, code: str) -> str:
    return _hmac(f"reset code of user {user_id}: {code}").hexdigest()


def _hmac(text: str) -> hmac.HMAC:
    return hmac.new(config().key.encode(), text.encode(), "sha256")


def _end() -> datetime:
    return utc_now() + LIFETIME
