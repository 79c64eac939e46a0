"""Accounts: who someone is."""

from uuid import uuid4

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from bookanalysis.config import config
from bookanalysis.errors import EmailTaken, SessionEnded, WrongCredentials, WrongPassword
from bookanalysis.extensions import db
from bookanalysis.logs.context import note
from bookanalysis.logs.security import traces_of
from bookanalysis.mail.letters import LetterKind
from bookanalysis.models import User
from bookanalysis.schemas.faults import NOT_YOUR_PASSWORD
from bookanalysis.services.letters import add_letter
from bookanalysis.services.passwords import hash_password, password_fits
from bookanalysis.services.queue import enqueue_email
from bookanalysis.services.reset_codes import use_up_codes


def register_account(name: str, email: str, password: str) -> User:
    """With a letter to welcome its owner."""
    user = _insert(name, email, password)
    welcome = add_letter(LetterKind.WELCOME, user.id)
    db.session.commit()
    enqueue_email(welcome)
    return user


def add_account(name: str, email: str, password: str) -> User:
    """For an operator, who tells its owner."""
    user = _insert(name, email, password)
    db.session.commit()
    return user


def find_account(email: str, password: str) -> User:
    """Answers the same, in the same time, for no account, a wrong password and a closed account."""
    user = db.session.scalar(select(User).where(User.email == email.lower()))
    db.session.close()  # gives the connection back, and leaves the row as read: hashing is slow
    note(**traces_of(email, config().key))
    fits = password_fits(user.password_hash if user else None, password)
    if user is None or not fits or not user.is_active:
        raise WrongCredentials
    return user


def check_password(user: User, password: str, field: str) -> None:
    """Raise `WrongPassword`, about this field, unless it is the user's."""
    db.session.close()  # as above
    if not password_fits(user.password_hash, password):
        raise WrongPassword({field: [NOT_YOUR_PASSWORD.sentences]})


def change_account(user: User, name: str, email: str | None = None, password: str | None = None) -> User:
    """Another address takes the password, and the old address is told."""
    if email is None or email.lower() == user.email:
        changed = _update(user, name=name)
        db.session.commit()
        return changed
    check_password(user, password or "", "password")
    old_address = user.email
    try:
        changed = _update(user, name=name, email=email.lower())
    except IntegrityError as error:
        db.session.rollback()
        raise EmailTaken(details={"email": email}) from error
    use_up_codes(user.id)
    notice = add_letter(LetterKind.EMAIL_CHANGED, user.id, to=old_address)
    db.session.commit()
    enqueue_email(notice)
    return changed


def _insert(name: str, email: str, password: str) -> User:
    user = User(id=uuid4(), name=name, email=email.lower(), password_hash=hash_password(password))
    db.session.add(user)
    try:
        db.session.flush()
    except IntegrityError as error:
        db.session.rollback()
        raise EmailTaken(details={"email": email}) from error
    return user


def _update(user: User, **columns: str) -> User:
    """Raises `SessionEnded` if the password was changed, or the account deleted, since it was read."""
    changed = db.session.scalars(
        update(User)
        .where(User.id == user.id, User.password_hash == user.password_hash)
        .values(columns)
        .returning(User)
        .execution_options(synchronize_session=False, populate_existing=True)
    ).one_or_none()
    if changed is None:
        db.session.rollback()
        raise SessionEnded
    return changed
