"""The system whose books a chat model reads, and the service of that model."""

from dataclasses import dataclass
from uuid import UUID

from redis import Redis
from sqlalchemy import delete, update

from bookanalysis.jobs.pace import KEY as PACE
from bookanalysis.models import Job, StoredAnswer, utc_now
from tests.e2e.chat_story import short_novel
from tests.e2e.client import Browser
from tests.e2e.results import database_of, from_the_database, verified
from tests.e2e.system import System
from tests.gemini.server import KEY, GeminiServer

AT_ONCE = 2
SETTINGS = {
    "READER": "gemini",
    "READER_API_KEY": KEY,
    "READER_TIMEOUT": "3",
    "RETRY_DELAYS": "1,1,1",
    "CHUNK_WORDS": "280",
    "ANALYSIS_CONCURRENCY": str(AT_ONCE),
}
"""A passage holds two chapters, each of which is a chunk."""
TITLE = "ليالي الساحل"


@dataclass
class Quiet:
    """A reading on a good day. `calls` and the tokens are as the service counted them."""

    export: dict
    book_id: str
    job: dict
    calls: int
    input_tokens: int
    output_tokens: int


@dataclass
class Library:
    """The system, the service of its model, and a browser."""

    system: System
    server: GeminiServer
    browser: Browser

    def upload(self, **options):
        """A book that was not there before, so that it is no copy."""
        number = len(self.browser.pages("/api/books/"))
        return self.browser.upload(short_novel(f"{TITLE} {number}", **options).build())

    def read(self):
        """The id of a book that was read to its end, and its job."""
        return self.end_of(*self.upload())

    def end_of(self, book_id, job_id):
        job = self.browser.wait_for_end(job_id)
        assert job["status"] == "completed", job
        self.browser.wait_for_event(job_id, "processing_completed")
        return book_id, job

    def export(self, book_id):
        """Under the title that all have in common."""
        return {**from_the_database(self.system, UUID(book_id)), "title": TITLE}

    def fail(self):
        """The job of a book that is not read."""
        book_id, job_id = self.upload(with_author=False)
        job = self.browser.wait_for_end(job_id)
        event = self.browser.wait_for_event(job_id, "processing_failed")
        assert event["error_code"] == job["error_code"]
        assert event["message"]["ar"] and event["message"]["en"]
        assert self.browser.get(f"/api/books/{book_id}/")["data"]["processing_status"] == "failed"
        return job

    def assert_all_holds(self, book_id):
        report = verified(self.system, UUID(book_id))
        assert report.total == report.hold > 100

    def read_quietly(self):
        book_id, job = self.read()
        counted = [exchange.usage(exchange.right) for exchange in self.server.requests]
        return Quiet(
            self.export(book_id),
            book_id,
            job,
            len(counted),
            sum(each["promptTokenCount"] for each in counted),
            sum(each["candidatesTokenCount"] for each in counted),
        )

    def forget(self):
        """No request has come, and no answer is known."""
        self.server.forget()
        self._write(delete(StoredAnswer))

    def let_the_quota_return(self, job_id):
        """As if the hours until then had passed."""
        Redis.from_url(self.system.environment["REDIS_URL"]).delete(f"{PACE}:deadlines")
        self._write(update(Job).where(Job.id == UUID(job_id)).values(retry_at=utc_now()))

    def _write(self, statement):
        with database_of(self.system) as session:
            session.execute(statement)
            session.commit()
