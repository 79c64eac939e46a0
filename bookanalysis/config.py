"""Every setting: its name, type and default."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, Self, cast

from flask import current_app
from limits import RateLimitItemPerHour

from bookanalysis.environment import (
    PROJECT,
    AsyncMode,
    HostName,
    LogFormat,
    LogLevel,
    Origin,
    SmtpSecurity,
    read_settings,
)
from bookanalysis.rates import Rates
from bookanalysis.sqlite import PatientConnection

MEGABYTE = 1024 * 1024
UPLOAD_BLOCK = 64 * 1024
"""What Werkzeug reads of a form at a time; its limit for a field must leave room for some of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings; each is an environment variable of the same name in capitals.

    What is empty here is derived: see `key`, `database` and `storage`. What holds a key or a password is
    never shown.
    """

    data_folder: Path = PROJECT / "var"
    secret_key: str = field(default="", repr=False)
    database_url: str = field(default="", repr=False)
    database_timeout: int = 5
    storage_folder: Path | None = None
    redis_url: str = field(default="redis://127.0.0.1:6379/0", repr=False)
    socket_channel: str = "bookanalysis"

    host: str = "127.0.0.1"
    port: int = 5000
    async_mode: AsyncMode = AsyncMode.EVENTLET
    cors_origins: tuple[Origin, ...] = ()
    trusted_hosts: tuple[HostName, ...] = ()
    trusted_proxies: int = 0
    force_https: bool = False
    hsts_seconds: int = 31_536_000
    cookie_secure: bool = False
    production: bool = False

    access_token_hours: int = 24
    refresh_token_days: int = 7
    refresh_grace_seconds: int = 10

    rate_anonymous: Rates = (RateLimitItemPerHour(100),)
    rate_users: Rates = (RateLimitItemPerHour(1000),)
    rate_uploads: Rates = (RateLimitItemPerHour(10),)
    rate_password_resets: Rates = (RateLimitItemPerHour(5),)
    rate_characters: Rates = (RateLimitItemPerHour(500),)

    max_epub_mb: int = 50
    max_books_per_user: int = 100
    max_mb_per_user: int = 1024
    book_kept_days: int = 7

    smtp_host: str = ""
    smtp_port: int = 587
    smtp_security: SmtpSecurity = SmtpSecurity.STARTTLS
    smtp_user: str = ""
    smtp_password: str = field(default="", repr=False)
    smtp_timeout: int = 15
    mail_from: str = "bookanalysis@localhost"

    reader: str = "offline"
    reader_api_key: str = field(default="", repr=False)
    reader_base_url: str = ""
    reader_timeout: int = 120
    reader_requests_per_minute: int = 1000
    reader_tokens_per_minute: int = 1_000_000
    reader_requests_per_day: int = 10_000
    reader_input_price: float = 0.30
    reader_output_price: float = 2.50
    reader_answers_days: int = 90
    accepted_languages: tuple[str, ...] = ("ar",)
    chunk_words: int = 3000
    analysis_concurrency: int = 4

    workers: int = 4
    sweep_seconds: int = 5
    lease_seconds: int = 15
    job_minutes: int = 30
    retry_delays: tuple[int, ...] = (60, 120, 240)

    metrics_token: str = field(default="", repr=False)
    log_level: LogLevel = LogLevel.INFO
    log_format: LogFormat = LogFormat.TEXT
    log_folder: Path | None = None
    log_file_mb: int = 10
    log_files: int = 5

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """An unset or empty variable means the default."""
        return cls(**read_settings(cls, environ))

    @property
    def key(self) -> str:
        """What tokens are signed with: the one given, else one made once and kept in the data folder."""
        return self.secret_key or _kept_key(self.data_folder / "secret_key")

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{self.data_folder / 'bookanalysis.sqlite3'}"

    @property
    def storage(self) -> Path:
        return self.storage_folder or self.data_folder / "books"

    @property
    def mail_folder(self) -> Path:
        """Where e-mails go that no server is set for."""
        return self.data_folder / "mail"

    @property
    def demo_login(self) -> Path:
        """Where the demo account's login is kept."""
        return self.data_folder / "demo_login.json"

    @property
    def cookies_are_secure(self) -> bool:
        """Whether cookies go over HTTPS only: asked for, or because everything does."""
        return self.cookie_secure or self.force_https

    @property
    def max_epub_bytes(self) -> int:
        return self.max_epub_mb * MEGABYTE

    @property
    def max_bytes_per_user(self) -> int:
        return self.max_mb_per_user * MEGABYTE

    def flask_settings(self) -> dict[str, Any]:
        """The same, under the names that Flask and its extensions read."""
        return {
            "BOOKANALYSIS": self,
            "SECRET_KEY": self.key,
            "SQLALCHEMY_DATABASE_URI": self.database,
            "SQLALCHEMY_ENGINE_OPTIONS": self.engine_options,
            "JWT_ACCESS_TOKEN_EXPIRES": timedelta(hours=self.access_token_hours),
            "JWT_REFRESH_TOKEN_EXPIRES": timedelta(days=self.refresh_token_days),
            "JWT_TOKEN_LOCATION": ["headers"],
            "JWT_REFRESH_JSON_KEY": "refresh",
            "JWT_REFRESH_COOKIE_PATH": "/api/auth/",
            "JWT_COOKIE_SECURE": self.cookies_are_secure,
            "JWT_COOKIE_SAMESITE": "Strict",
            "JWT_SESSION_COOKIE": False,
            "JWT_ENCODE_NBF": False,
            "MAX_CONTENT_LENGTH": MEGABYTE,
            "MAX_FORM_PARTS": 20,
            "MAX_FORM_MEMORY_SIZE": 4 * UPLOAD_BLOCK,
        }

    @property
    def engine_options(self) -> dict[str, Any]:
        """Errors do not tell the values of a statement: they are people's and books' texts."""
        if self.database.startswith("sqlite"):
            patient = {"timeout": self.database_timeout, "factory": PatientConnection}
            return {"connect_args": patient, "hide_parameters": True}
        return {"pool_pre_ping": True, "hide_parameters": True}


def config() -> Config:
    """The settings of the running application."""
    return cast(Config, current_app.config["BOOKANALYSIS"])


def _kept_key(path: Path) -> str:
    """Whoever comes first makes the key; a link appears with its content or not at all."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        draft.touch(mode=0o600)
        draft.write_text(secrets.token_urlsafe(48), encoding="ascii")
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text(encoding="ascii")
