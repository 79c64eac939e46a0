"""What tokens are signed with."""

from bookanalysis.config import Config
from bookanalysis.doctor.errors import SecretNotReadable, SecretTooShort

LEAST_BYTES = 32
"""As many as HS256 makes."""


def secret_is_long(settings: Config) -> str:
    try:
        key = settings.key
    except OSError as error:
        raise SecretNotReadable(reason=error.strerror) from error
    if len(key.encode()) < LEAST_BYTES:
        raise SecretTooShort(least=LEAST_BYTES)
    return ""
