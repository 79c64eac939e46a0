"""The security log: what an operator must see to notice an attack, each in one record."""

import hmac
import logging
from collections.abc import Mapping
from contextvars import ContextVar
from enum import StrEnum
from types import MappingProxyType

SECURITY_LOGGER = "bookanalysis.security"
LONGEST_AGENT = 200
logger = logging.getLogger(SECURITY_LOGGER)

_UNKNOWN: Mapping[str, str | None] = MappingProxyType({})
_requester: ContextVar[Mapping[str, str | None]] = ContextVar("requester", default=_UNKNOWN)


class SecurityEvent(StrEnum):
    """`REFUSED` is a 401 or 403 that has no name of its own."""

    REFUSED = "refused"
    LOGIN_FAILED = "login_failed"
    TOKEN_REPLAYED = "token_replayed"  # noqa: S105  not a password
    RATE_LIMITED = "rate_limited"
    UPLOAD_REFUSED = "upload_refused"
    OPERATOR_LOGGED_IN = "operator_logged_in"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    PASSWORD_RESET = "password_reset"  # noqa: S105
    ACCOUNT_DELETED = "account_deleted"
    ACCOUNT_CREATED = "account_created"
    ACCOUNT_ACTIVATED = "account_activated"
    ACCOUNT_DEACTIVATED = "account_deactivated"
    STAFF_CHANGED = "staff_changed"


EXPECTED = frozenset(SecurityEvent) - {
    SecurityEvent.REFUSED,
    SecurityEvent.LOGIN_FAILED,
    SecurityEvent.TOKEN_REPLAYED,
    SecurityEvent.RATE_LIMITED,
    SecurityEvent.UPLOAD_REFUSED,
}
"""What someone did who may; the others are warnings."""


def note_security_event(event: SecurityEvent, **fields: object) -> None:
    """Who asked is told by the request under way; `fields` are what else is known of it."""
    level = logging.INFO if event in EXPECTED else logging.WARNING
    logger.log(level, event.value, extra={**_requester.get(), **fields})


def note_requester(address: str | None, agent: str | None) -> None:
    """Whose request is under way."""
    _requester.set({"remote_addr": address, "user_agent": (agent or "")[:LONGEST_AGENT] or None})


def traces_of(address: str, key: str) -> dict[str, str]:
    """Of an e-mail address: enough to see many tries at one account, too little to write to it."""
    name, _, place = address.lower().rpartition("@")
    digest = hmac.new(key.encode(), b"log:" + address.lower().encode("utf-8", "replace"), "sha256")
    return {"account": f"{name[:1]}***@{place}", "account_hash": digest.hexdigest()[:16]}
