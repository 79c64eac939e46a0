"""One background run and its states."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Self
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey, Index, Select, String, select, text
from sqlalchemy.orm import Mapped, mapped_column

from bookanalysis.errors import BookAnalysisError, JobNotFound, NotFound, WrongJobState
from bookanalysis.models.base import Base, Timestamped, utc_now, word_of


class JobStatus(StrEnum):
    PENDING = "pending"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


ACTIVE = (JobStatus.PENDING, JobStatus.RUNNING)


class JobType(StrEnum):
    PROCESS_BOOK = "process_book"
    EMAIL = "email"


class Job(Timestamped, Base):
    """A run of something slow; the row is the truth, the queue only a hint that there may be work.

        pending -> running      start, with a lease
        running -> pending      wait: until `retry_at`, and why; retry: the same, after a failure
        running -> running      take_over, when the lease of a dead run is over
        running -> completed    complete
        pending, running -> failed | cancelled
        failed  -> failed       requeue: an operator lets it run again, from `retry_at` on
        failed  -> running      start, if it was requeued

    Any other arrow raises `WrongJobState`. `attempts` counts the runs, `failures` those that failed or
    died: a run that waits for a quota or for the service's restart takes none of the retries. The methods
    change this object only. A run holds its row first by an update that its `lease_token` guards, so that
    of two who end a job the first wins. `parameters` say what an e-mail is about and to whom it goes.
    """

    __tablename__ = "job"
    not_found: ClassVar[type[NotFound]] = JobNotFound

    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    user_id: Mapped[UUID | None] = mapped_column(ForeignKey("user.id", ondelete="CASCADE"))
    book_id: Mapped[UUID | None] = mapped_column(ForeignKey("book.book_id", ondelete="CASCADE"), index=True)
    job_type: Mapped[JobType] = mapped_column(word_of(JobType))
    parameters: Mapped[dict[str, Any] | None]
    status: Mapped[JobStatus] = mapped_column(word_of(JobStatus), default=JobStatus.PENDING)

    stage: Mapped[str | None] = mapped_column(String(50))
    progress: Mapped[int] = mapped_column(default=0)
    chunk_num: Mapped[int] = mapped_column(default=0)
    num_of_chunks: Mapped[int] = mapped_column(default=0)
    seq: Mapped[int] = mapped_column(default=0)

    reader: Mapped[str | None] = mapped_column(String(100))
    result: Mapped[dict[str, Any] | None]
    usage: Mapped[dict[str, Any] | None]
    error: Mapped[dict[str, str] | None]
    error_code: Mapped[str | None] = mapped_column(String(50))

    attempts: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    retry_at: Mapped[datetime | None]
    lease_token: Mapped[UUID | None]
    lease_until: Mapped[datetime | None]
    running_since: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (
        Index(
            "uq_job_book_id_active",
            "book_id",
            unique=True,
            sqlite_where=text("job_type = 'process_book' AND status IN ('pending', 'running')"),
            postgresql_where=text("job_type = 'process_book' AND status IN ('pending', 'running')"),
        ),
        Index("ix_job_user_id_created_at", "user_id", "created_at"),
        Index("ix_job_status_created_at", "status", "created_at"),
    )

    @classmethod
    def owned_by(cls, user_id: UUID) -> Select[Self]:
        return select(cls).where(cls.user_id == user_id)

    @property
    def is_active(self) -> bool:
        return self.status in ACTIVE

    def start(self, lease_token: UUID, lease_until: datetime) -> None:
        if self.status == JobStatus.FAILED:
            self._must_be_requeued()
            self.failures = 0
        self._move(JobStatus.RUNNING, JobStatus.PENDING, JobStatus.FAILED)
        self._hold(lease_token, lease_until)
        self.started_at = self.started_at or utc_now()
        self.finished_at = self.retry_at = self.error = self.error_code = None

    def take_over(self, lease_token: UUID, lease_until: datetime) -> None:
        """Go on with a run whose lease is over."""
        if self.lease_until is not None and self.lease_until > utc_now():
            raise WrongJobState(status=self.status, wanted=JobStatus.RUNNING)
        self._move(JobStatus.RUNNING, JobStatus.RUNNING)
        self.failures += 1
        self._hold(lease_token, lease_until)

    def begin_anew(self) -> None:
        """Its book is read from the beginning."""
        self.progress = self.chunk_num = self.num_of_chunks = 0
        self.result = None

    def wait(self, retry_at: datetime, error: BookAnalysisError) -> None:
        self._move(JobStatus.PENDING, JobStatus.RUNNING)
        self._let_go()
        self.retry_at = retry_at
        self.error_code, self.error = error.error_code, error.sentences

    def retry(self, retry_at: datetime, error: BookAnalysisError) -> None:
        self.wait(retry_at, error)
        self.failures += 1

    def complete(self) -> None:
        self._move(JobStatus.COMPLETED, JobStatus.RUNNING)
        self._end()
        self.progress = 100

    def fail(self, error: BookAnalysisError) -> None:
        self._move(JobStatus.FAILED, *ACTIVE)
        self._end()
        self.error_code, self.error = error.error_code, error.sentences

    def cancel(self) -> None:
        self._move(JobStatus.CANCELLED, *ACTIVE)
        self._end()

    def requeue(self) -> None:
        """Mark a failed job: it may run again. No other failed job has a `retry_at`."""
        if self.status != JobStatus.FAILED:
            raise WrongJobState(status=self.status, wanted="requeued")
        self.retry_at = utc_now()

    def _move(self, wanted: JobStatus, *allowed: JobStatus) -> None:
        if self.status not in allowed:
            raise WrongJobState(status=self.status, wanted=wanted)
        self.status = wanted

    def _must_be_requeued(self) -> None:
        if self.retry_at is None:
            raise WrongJobState(status=self.status, wanted=JobStatus.RUNNING)

    def _hold(self, lease_token: UUID, lease_until: datetime) -> None:
        self.lease_token, self.lease_until = lease_token, lease_until
        self.running_since = utc_now()
        self.attempts += 1

    def _let_go(self) -> None:
        self.lease_token = self.lease_until = self.running_since = None

    def _end(self) -> None:
        self._let_go()
        self.finished_at = utc_now()
        self.retry_at = self.error = self.error_code = None


def find_jobs(user_id: UUID, status: JobStatus | None = None, job_type: JobType | None = None) -> Select[Job]:
    """Newest first."""
    jobs = Job.owned_by(user_id)
    if status:
        jobs = jobs.where(Job.status == status)
    if job_type:
        jobs = jobs.where(Job.job_type == job_type)
    return jobs.order_by(Job.created_at.desc(), Job.id)


def active_jobs(user_id: UUID) -> Select[Job]:
    """Of books: nobody is told how a letter goes on."""
    return find_jobs(user_id, job_type=JobType.PROCESS_BOOK).where(Job.status.in_(ACTIVE))
