"""What this installation takes and keeps."""

from dataclasses import dataclass

from bookanalysis.config import config
from bookanalysis.schemas.auth import LEAST_PASSWORD, MOST_PASSWORD


@dataclass(frozen=True, slots=True)
class Limits:
    upload_max_bytes: int
    deleted_books_kept_days: int
    password_min_characters: int = LEAST_PASSWORD
    password_max_characters: int = MOST_PASSWORD


def limits_here() -> Limits:
    settings = config()
    return Limits(upload_max_bytes=settings.max_epub_bytes, deleted_books_kept_days=settings.book_kept_days)
