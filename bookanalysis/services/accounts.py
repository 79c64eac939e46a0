"""Accounts: who someone is."""

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from bookanalysis.errors import EmailTaken, WrongCredentials
from bookanalysis.extensions import db
from bookanalysis.models import User
from bookanalysis.services.passwords import hash_password, password_fits


def add_account(name: str, email: str, password: str) -> User:
    user = User(name=name, email=email.lower(), password_hash=hash_password(password))
    db.session.add(user)
    try:
        db.session.commit()
    except IntegrityError as error:
        db.session.rollback()
        raise EmailTaken(details={"email": email}) from error
    return user


def find_account(email: str, password: str) -> User:
    """Answers the same, in the same time, for no account, a wrong password and a closed account."""
    user = db.session.scalar(select(User).where(User.email == email.lower()))
    db.session.rollback()  # gives the connection back: hashing is slow
    fits = password_fits(user.password_hash if user else None, password)
    if user is None or not fits or not user.is_active:
        raise WrongCredentials
    return user
