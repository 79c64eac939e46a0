"""Passwords: Argon2id with OWASP's parameters, off the event loop, which each hash would stall."""

import secrets
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from bookanalysis.extensions import off_loop

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_nobodys_hash = _hasher.hash(secrets.token_urlsafe())
_places = BoundedSemaphore(2)
"""A hash takes 19 MiB and a core: a rush of logins must not take them all."""


def hash_password(password: str) -> str:
    with _places:
        return off_loop(_hasher.hash, password)


def password_fits(password_hash: str | None, password: str) -> bool:
    """Takes the same time when there is no hash to compare with."""
    with _places:
        return off_loop(_fits, password_hash, password)


def _fits(password_hash: str | None, password: str) -> bool:
    try:
        _hasher.verify(password_hash or _nobodys_hash, password)
    except (VerifyMismatchError, InvalidHashError):
        return False
    return password_hash is not None
