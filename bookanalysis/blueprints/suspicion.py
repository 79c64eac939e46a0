"""Which refusals an operator must see: those behind which an attack may stand."""

from http import HTTPStatus

from bookanalysis.errors import (
    BodyTooLarge,
    BookAnalysisError,
    BookRefused,
    LibraryFull,
    TokenReplayed,
    TooManyBooks,
    WrongCredentials,
)
from bookanalysis.logs.security import SecurityEvent, note_security_event

OF_ERRORS: tuple[tuple[type[BookAnalysisError], SecurityEvent], ...] = (
    (TokenReplayed, SecurityEvent.TOKEN_REPLAYED),
    (WrongCredentials, SecurityEvent.LOGIN_FAILED),
    (BookRefused, SecurityEvent.UPLOAD_REFUSED),
    (BodyTooLarge, SecurityEvent.UPLOAD_REFUSED),
    (TooManyBooks, SecurityEvent.UPLOAD_REFUSED),
    (LibraryFull, SecurityEvent.UPLOAD_REFUSED),
)
OF_STATUS: dict[int, SecurityEvent] = {
    HTTPStatus.UNAUTHORIZED: SecurityEvent.REFUSED,
    HTTPStatus.FORBIDDEN: SecurityEvent.REFUSED,
    HTTPStatus.TOO_MANY_REQUESTS: SecurityEvent.RATE_LIMITED,
}


def note_refusal(status: int, error: BookAnalysisError | None) -> None:
    """One record at most; `error` is None where something else than the API refused."""
    event = _event_of(status, error)
    if event:
        note_security_event(event, error_code=error.error_code if error else None)


def _event_of(status: int, error: BookAnalysisError | None) -> SecurityEvent | None:
    for kind, event in OF_ERRORS:
        if isinstance(error, kind):
            return event
    return OF_STATUS.get(status)
