"""An uploaded work."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, ForeignKey, Index, Select, String, Text, select, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from bookanalysis.arabic import fold
from bookanalysis.config import config
from bookanalysis.errors import BookAnalysisError, BookNotFound, NotFound
from bookanalysis.models.base import Base, Timestamped, utc_now, word_of

if TYPE_CHECKING:
    from bookanalysis.models.job import Job


class BookStatus(StrEnum):
    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


class Book(Timestamped, Base):
    """`file` and `txt_file` are keys in the storage: the EPUB, and the cleaned text once there is one.

    `search_key` is title and author as the search compares them; it follows them by itself. `found_title`
    and `found_author` are what the latest reading found: what differs is the user's own. A deleted book can
    be restored until it is purged, some days after `deleted_at`.
    """

    __tablename__ = "book"
    not_found: ClassVar[type[NotFound]] = BookNotFound

    id: Mapped[UUID] = mapped_column("book_id", primary_key=True, default=uuid4)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    title: Mapped[str | None] = mapped_column(String(255))
    author: Mapped[str | None] = mapped_column(String(255))
    found_title: Mapped[str | None] = mapped_column(String(255))
    found_author: Mapped[str | None] = mapped_column(String(255))
    search_key: Mapped[str] = mapped_column(String(511), default="")
    description: Mapped[str | None] = mapped_column(Text, deferred=True)

    detected_language: Mapped[str | None] = mapped_column(String(10))
    language_confidence: Mapped[float | None]
    quality_score: Mapped[float | None]
    text_classification: Mapped[dict[str, Any] | None]

    file: Mapped[str] = mapped_column(String(255))
    file_size: Mapped[int] = mapped_column(BigInteger)
    file_sha256: Mapped[str] = mapped_column(String(64))
    txt_file: Mapped[str | None] = mapped_column(String(255))

    reader: Mapped[str | None] = mapped_column(String(100))
    processing_status: Mapped[BookStatus] = mapped_column(word_of(BookStatus), default=BookStatus.PENDING)
    processing_error: Mapped[dict[str, str] | None]
    error_code: Mapped[str | None] = mapped_column(String(50))
    is_deleted: Mapped[bool] = mapped_column(default=False)
    deleted_at: Mapped[datetime | None] = mapped_column(index=True)

    jobs: Mapped[list["Job"]] = relationship(viewonly=True, order_by="Job.created_at.desc()")

    __table_args__ = (
        Index(
            "uq_book_user_id_file_sha256_undeleted",
            "user_id",
            "file_sha256",
            unique=True,
            sqlite_where=text("NOT is_deleted"),
            postgresql_where=text("NOT is_deleted"),
        ),
        Index("ix_book_user_id_created_at", "user_id", "created_at"),
    )

    @classmethod
    def owned_by(cls, user_id: UUID) -> Select[Self]:
        return select(cls).where(cls.user_id == user_id, cls.is_deleted.is_(False))

    @classmethod
    def restorable_by(cls, user_id: UUID) -> Select[Self]:
        return select(cls).where(cls.user_id == user_id, cls.is_deleted, cls.deleted_at > oldest_kept())

    @validates("title", "author")
    def _keep_search_key(self, key: str, value: str | None) -> str | None:
        said = {"title": self.title, "author": self.author, key: value}
        self.search_key = fold(" ".join(part for part in (said["title"], said["author"]) if part))
        return value

    @property
    def file_extension(self) -> str:
        return ".epub"

    @property
    def latest_job(self) -> "Job | None":
        return self.jobs[0] if self.jobs else None

    @property
    def is_being_read(self) -> bool:
        return self.processing_status in (BookStatus.PENDING, BookStatus.PROCESSING)

    def describe(self, changes: Mapping[str, str | None]) -> None:
        """By the user: title, author, description; for nothing stands what the reading found."""
        found = {"title": self.found_title, "author": self.found_author}
        for name, value in changes.items():
            setattr(self, name, value or found.get(name))

    def take_name(self, title: str | None, author: str | None) -> None:
        """From a reading; what the user typed stays."""
        self.found_title, self.found_author = title, author
        self.title, self.author = self.title or title, self.author or author

    def forget_reading(self) -> None:
        """What a reading found; what the user typed stays."""
        self.title = self.title if self.title != self.found_title else None
        self.author = self.author if self.author != self.found_author else None
        self.found_title = self.found_author = None
        self.detected_language = self.language_confidence = self.quality_score = None
        self.text_classification = None
        self.txt_file = self.reader = None

    def delete(self) -> None:
        self.is_deleted, self.deleted_at = True, utc_now()

    def restore(self) -> None:
        self.is_deleted, self.deleted_at = False, None

    def start_reading(self) -> None:
        self.processing_status = BookStatus.PROCESSING
        self.processing_error = self.error_code = None

    def wait(self) -> None:
        """Its reading will be tried again, or has not begun."""
        self.processing_status = BookStatus.PENDING
        self.processing_error = self.error_code = None

    def finish_reading(self) -> None:
        self.processing_status = BookStatus.COMPLETED
        self.processing_error = self.error_code = None

    def fail_reading(self, error: BookAnalysisError) -> None:
        self.processing_status = BookStatus.FAILED
        self.error_code, self.processing_error = error.error_code, error.sentences


def oldest_kept() -> datetime:
    """What was deleted before is purged."""
    return utc_now() - timedelta(days=config().book_kept_days)


class BookOrder(StrEnum):
    """Newest first, unless told otherwise; a minus turns the order round."""

    NEWEST = "-created_at"
    OLDEST = "created_at"
    TITLE = "title"
    TITLE_BACKWARDS = "-title"
    AUTHOR = "author"
    AUTHOR_BACKWARDS = "-author"


def books_of(user_id: UUID, deleted: bool = False) -> Select[Book]:
    """Of deleted ones those that can be restored."""
    return Book.restorable_by(user_id) if deleted else Book.owned_by(user_id)


def find_books(
    books: Select[Book],
    q: str = "",
    status: BookStatus | None = None,
    language: str | None = None,
    ordering: BookOrder = BookOrder.NEWEST,
) -> Select[Book]:
    if q:
        books = books.where(Book.search_key.contains(fold(q), autoescape=True))
    if status:
        books = books.where(Book.processing_status == status)
    if language:
        books = books.where(Book.detected_language == language)
    column = getattr(Book, ordering.removeprefix("-"))
    return books.order_by(column.desc() if ordering.startswith("-") else column, Book.id)
