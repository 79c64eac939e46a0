"""What tokens are signed with."""

from bookanalysis.config import Config
from bookanalysis.doctor.errors import SecretNotReadable
from bookanalysis.errors.production import SecretTooShort
from bookanalysis.production import LEAST_SECRET_BYTES


def secret_is_long(settings: Config) -> str:
    try:
        key = settings.key
    except OSError as error:
        raise SecretNotReadable(reason=error.strerror) from error
    if len(key.encode()) < LEAST_SECRET_BYTES:
        raise SecretTooShort(least=LEAST_SECRET_BYTES)
    return ""
