"""What must not be so on the internet; the web process, the workers and `make run` start without it only."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bookanalysis.config import Config
from bookanalysis.errors.production import (
    AnyHostTrusted,
    CookiesInTheClear,
    DatabasePasswordKnown,
    HttpsNotForced,
    OriginInTheClear,
    RedisWithoutPassword,
    SecretGuessable,
    SecretNotShared,
    SecretTooShort,
    UnsafeInProduction,
)

LEAST_SECRET_BYTES = 32
"""As many as HS256 makes."""
LEAST_SECRET_LETTERS = 10
"""Different ones; 32 random hexadecimal digits have fewer once in a million times."""
WORDS_OF_EXAMPLES = ("change", "default", "example", "for tests", "insecure", "password", "secret")
KNOWN_PASSWORDS = {"", "admin", "changeme", "example", "password", "postgres", "root", "secret"}
LOOPBACK = {"127.0.0.1", "localhost", "::1", None}


def refuse_unsafe(settings: Config) -> None:
    """End the program with all that is unsafe, if it is to run in production."""
    found = list(dangers(settings)) if settings.production else []
    if found:
        raise SystemExit("\n".join(f"{danger.error_code}\n  {danger.en}\n  {danger.ar}" for danger in found))


def dangers(settings: Config) -> Iterator[UnsafeInProduction]:
    yield from _secret_dangers(settings.secret_key)
    if not settings.force_https:
        yield HttpsNotForced()
    if not settings.cookies_are_secure:
        yield CookiesInTheClear()
    if not settings.trusted_hosts:
        yield AnyHostTrusted()
    for origin in settings.cors_origins:
        if not origin.startswith("https://"):
            yield OriginInTheClear(origin=origin)
    yield from _redis_dangers(settings.redis_url)
    if _has_known_password(settings.database_url):
        yield DatabasePasswordKnown()


def _secret_dangers(key: str) -> Iterator[UnsafeInProduction]:
    if not key:
        yield SecretNotShared()
    elif len(key.encode()) < LEAST_SECRET_BYTES:
        yield SecretTooShort(least=LEAST_SECRET_BYTES)
    elif len(set(key)) < LEAST_SECRET_LETTERS or any(word in key.lower() for word in WORDS_OF_EXAMPLES):
        yield SecretGuessable()


def _redis_dangers(url: str) -> Iterator[UnsafeInProduction]:
    parts = urlsplit(url)
    if parts.hostname not in LOOPBACK and not parts.password:
        yield RedisWithoutPassword(place=parts.netloc.rpartition("@")[2] + parts.path)


def _has_known_password(url: str) -> bool:
    """No password at all is another way to be known to the database; SQLite has none."""
    parts = urlsplit(url)
    if parts.password is None:
        return False
    password = unquote(parts.password)
    return password.lower() in KNOWN_PASSWORDS or password == unquote(parts.username or "")
