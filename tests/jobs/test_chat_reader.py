"""A reader that lives elsewhere: its key, its quota, its absence, and what it costs."""

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bookanalysis.ai.readers.chat.ports import Call
from bookanalysis.ai.readers.errors import QuotaSpent, ReaderKeyRefused, ReaderUnavailable
from bookanalysis.extensions import db
from bookanalysis.jobs import process_book as job_module
from bookanalysis.jobs.answers import DatabaseAnswers
from bookanalysis.jobs.calls import DatabaseCalls
from bookanalysis.jobs.maintenance import sweep
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book, BookStatus, Job, JobStatus, utc_now
from tests.ai.books import reader
from tests.jobs.test_process_book import PowerCut, counts, events, exported, let_the_lease_run_out


class PayingReader:
    """Asks the scripted reader in place of a model, as a chat reader does: stored answers first."""

    name = "chat"
    words_at_once = 0
    known_persons = ()

    def __init__(self, scripted, answers, calls):
        self.scripted, self.answers, self.calls = scripted, answers, calls
        self.asked = []
        self.after = lambda question: None

    def assess_quality(self, samples):
        return self._ask("assess_quality", samples, self.scripted.assess_quality, samples)

    def classify(self, samples):
        return self._ask("classify", samples, self.scripted.classify, samples)

    def name_book(self, opening, metadata):
        return self._ask("name_book", opening, self.scripted.name_book, opening, metadata)

    def prepare(self, passages):
        return self

    def list_names(self, passage):
        return self._ask("list_names", passage.number, self.scripted.list_names, passage)

    def summarize(self, passage, *rest):
        return self._ask("summarize", passage.number, self.scripted.summarize, passage, *rest)

    def confirm_names(self, passage, *rest):
        return self._ask("confirm_names", passage.number, self.scripted.confirm_names, passage, *rest)

    def describe(self, passage, *rest):
        return self._ask("describe", passage.number, self.scripted.describe, passage, *rest)

    def _ask(self, question, text, answer, *arguments):
        digest = f"{question} {text}"[:64]
        stored = self.answers.find(digest)
        answered = answer(*arguments)
        if stored is not None:
            return type(answered).model_validate_json(stored)
        self.asked.append(digest)
        self.calls.add(Call("m", question, "answered", 1000, 100, 0.1))
        self.answers.keep(digest, answered.model_dump_json())
        self.after(digest)
        return answered


@pytest.fixture
def paying(job, monkeypatch):
    """Reads every book of a test."""
    paying = PayingReader(reader(), DatabaseAnswers(db.engine), DatabaseCalls(db.engine, job.id))
    monkeypatch.setattr(job_module, "reader_of_job", lambda job_id: paying)
    return paying


def raising(error, *questions):
    def before(asked, passage):
        if not questions or f"{asked} {passage.number}" in questions:
            raise error

    return before


def test_the_embedded_reader_is_opened_unless_told_otherwise(job, fresh, monkeypatch):
    monkeypatch.undo()

    process_book(str(job.id))

    assert fresh().reader == db.session.get(Book, job.book_id).reader == "offline"


def test_the_settings_say_who_reads(job, fresh, config_with, monkeypatch):
    monkeypatch.undo()
    config_with(reader="nobody")

    process_book(str(job.id))

    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == db.session.get(Book, job.book_id).error_code == "READER_UNKNOWN"


def test_a_missing_key_fails_at_once_and_says_what_to_set(job, fresh, config_with, monkeypatch, published):
    monkeypatch.undo()
    config_with(reader="gemini")

    process_book(str(job.id))

    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == "READER_KEY_MISSING"
    assert "READER_API_KEY" in fresh().error["ar"]
    assert published[-1][1]["error_code"] == "READER_KEY_MISSING"


def test_a_refused_key_is_not_tried_again(job, fresh, scripted, published):
    scripted.before = raising(ReaderKeyRefused())

    process_book(str(job.id))

    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == "READER_KEY_REFUSED"
    assert events(published)[-1] == "processing_failed"


def test_a_spent_quota_makes_the_job_wait_for_it_and_says_so(job, fresh, scripted, published):
    until = utc_now() + timedelta(hours=9)
    scripted.before = raising(QuotaSpent(until), "describe 5")

    process_book(str(job.id))

    row = fresh()
    assert row.status is JobStatus.PENDING
    assert row.retry_at == until
    assert row.error_code == "READER_QUOTA_SPENT"
    assert (row.failures, row.running_since) == (0, None)
    assert row.result["read"] == 4
    assert db.session.get(Book, job.book_id).processing_status is BookStatus.PENDING
    event, payload, _ = published[-1]
    assert (event, payload["status"], payload["error_code"]) == ("progress", "pending", "READER_QUOTA_SPENT")
    assert payload["message"] == QuotaSpent(until).sentences
    assert payload["retry_at"] == until.isoformat()


def test_a_job_goes_on_when_its_quota_returns_however_often_and_late(job, fresh, scripted, enqueued):
    for question in ("list_names 1", "describe 2", "describe 4", "list_names 5", "describe 7"):
        scripted.before = raising(QuotaSpent(utc_now() + timedelta(hours=9)), question)
        process_book(str(job.id))
        sweep()
        assert fresh().status is JobStatus.PENDING
        assert enqueued == []

        days_ago = utc_now() - timedelta(days=3)
        db.session.execute(update(Job).values(retry_at=days_ago, updated_at=days_ago, created_at=days_ago))
        db.session.commit()
        sweep()
        assert enqueued.pop()["args"] == [str(job.id)]
    scripted.before = lambda asked, passage: None

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED
    assert (fresh().attempts, fresh().failures, fresh().error) == (6, 0, None)


def test_a_quota_that_ends_in_the_past_is_not_asked_for_all_the_time(job, fresh, scripted):
    scripted.before = raising(QuotaSpent(utc_now() - timedelta(hours=1)))

    process_book(str(job.id))

    assert fresh().retry_at > utc_now() + timedelta(seconds=30)


def test_a_service_that_is_away_is_asked_again_later_and_named(job, fresh, scripted):
    scripted.before = raising(ReaderUnavailable())
    waits = []
    for _ in range(3):
        with pytest.raises(ReaderUnavailable):
            process_book(str(job.id))
        row = fresh()
        assert (row.status, row.error_code) == (JobStatus.PENDING, "READER_UNAVAILABLE")
        waits.append(round((row.retry_at - utc_now()).total_seconds()))
        row.retry_at = utc_now()
        db.session.commit()
    with pytest.raises(ReaderUnavailable):
        process_book(str(job.id))

    assert waits == [60, 120, 240]
    assert (fresh().status, fresh().error_code) == (JobStatus.FAILED, "READER_UNAVAILABLE")


def test_restarts_of_the_worker_take_no_retry(job, fresh, scripted):
    scripted.before = raising(SystemExit(), "describe 5")
    for _ in range(6):
        with pytest.raises(SystemExit):
            process_book(str(job.id))
        assert fresh().status is JobStatus.PENDING
    scripted.before = lambda asked, passage: None

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED


def test_what_a_book_costs_is_kept_with_its_job(job, fresh, paying):
    process_book(str(job.id))

    usage = fresh().usage
    assert usage["calls"] == len(paying.asked)
    assert usage["input_tokens"] == 1000 * usage["calls"]
    assert usage["cost_usd"] == round(usage["calls"] * (1000 * 0.30 + 100 * 2.50) / 1e6, 6)
    assert usage["by_question"]["list_names"]["calls"] == 7


def test_the_cost_grows_with_the_steps_that_are_told(job, fresh, paying, app, monkeypatch):
    told = []
    engine = db.engine

    def look(*_, **__):
        with engine.connect() as connection:
            usage = connection.scalar(select(Job.usage))
        told.append((usage or {}).get("calls", 0))

    monkeypatch.setattr(app.extensions["publisher"], "emit", look)

    process_book(str(job.id))

    assert told[0] == 0
    assert told == sorted(told)
    assert len(set(told)) > 3
    assert told[-1] == len(paying.asked)


@pytest.mark.parametrize("error", [ReaderKeyRefused(), ReaderUnavailable()])
def test_a_job_that_fails_has_cost_something_too(job, fresh, paying, config_with, error):
    config_with(retry_delays=())
    paying.scripted.before = raising(error, "describe 5")

    with suppress(ReaderUnavailable):
        process_book(str(job.id))

    assert fresh().status is JobStatus.FAILED
    assert fresh().usage["calls"] == len(paying.asked)


def test_the_embedded_reader_costs_nothing(job, fresh):
    process_book(str(job.id))

    assert fresh().usage is None


@pytest.mark.parametrize("question", ["list_names 2", "describe 2", "describe 5", "confirm_names 7"])
def test_what_had_arrived_when_a_run_was_killed_is_not_paid_again(job, fresh, paying, question):
    def cut(digest):
        if digest == question:
            raise PowerCut

    paying.after = cut
    with pytest.raises(PowerCut):
        process_book(str(job.id))
    db.session.rollback()
    let_the_lease_run_out(fresh())
    paying.after = lambda digest: None

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED
    assert question in paying.asked
    assert len(paying.asked) == len(set(paying.asked)) == fresh().usage["calls"]


def test_the_same_book_again_asks_the_model_nothing(job, fresh, paying):
    process_book(str(job.id))
    first, paid = exported(job), len(paying.asked)
    again = Job(user_id=job.user_id, book_id=job.book_id, job_type=job.job_type)
    again.reader = "another"
    db.session.add(again)
    db.session.commit()

    process_book(str(again.id))

    assert len(paying.asked) == paid
    assert exported(job) == first


def test_a_book_that_another_reader_began_is_begun_anew(job, fresh, scripted):
    scripted.before = raising(QuotaSpent(utc_now() + timedelta(hours=9)), "describe 5")
    process_book(str(job.id))
    assert counts()["Chunk"] == 7
    db.session.execute(update(Job).values(retry_at=None))
    db.session.commit()
    scripted.name, scripted.persons = "another", {"هند": ["هند"]}
    scripted.before = lambda asked, passage: None

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED
    assert (fresh().reader, fresh().result["characters"]) == ("another", 1)
    assert exported(job)["reader"] == "another"
