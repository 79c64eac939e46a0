from datetime import timedelta
from time import sleep
from uuid import uuid4

import pytest
from flask import current_app
from sqlalchemy import func, select, update

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.epub import open_publication
from bookanalysis.export import export_book
from bookanalysis.extensions import db
from bookanalysis.jobs.lease import asked_to_stop, take_lease
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import (
    Book,
    BookStatus,
    Character,
    CharacterFact,
    CharacterRelationship,
    Chunk,
    ChunkCharacter,
    Job,
    JobStatus,
    utc_now,
)
from bookanalysis.services.records import record_of
from tests.ai.books import read
from tests.jobs.conftest import story

TABLES = (Chunk, Character, CharacterFact, ChunkCharacter, CharacterRelationship)


class PowerCut(BaseException):
    """Ends a run as SIGKILL does: nothing in the run may handle it."""


def exported(job):
    db.session.rollback()
    db.session.expire_all()
    return export_book(record_of(db.session.get(Book, job.book_id)))


def counts():
    return {table.__name__: db.session.scalar(select(func.count()).select_from(table)) for table in TABLES}


def events(published):
    return [event for event, _, _ in published]


def let_the_lease_run_out(job):
    job.lease_until = utc_now() - timedelta(seconds=1)
    db.session.commit()


def test_a_book_is_read_to_the_end(job, fresh):
    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED
    assert fresh().progress == 100
    assert fresh().result == {
        "chunks": 7, "read": 7, "gaps": [], "dropped": {"mentions": 0, "facts": 0},
        "characters": 3, "relationships": 1,
    }  # fmt: skip
    assert db.session.get(Book, job.book_id).processing_status is BookStatus.COMPLETED


def test_the_database_holds_what_a_reading_in_memory_gives(job):
    process_book(str(job.id))

    in_memory = MemoryStore(open_publication(story().build()))
    read(in_memory)
    assert exported(job) == export_book(in_memory.record("scripted"))


def test_events_come_in_order_with_a_rising_number(job, published):
    process_book(str(job.id))

    told = [event for event in events(published) if event != "progress"]
    assert told == [
        "processing_started",
        "validation_completed",
        "book_named",
        "preprocessing_completed",
        *["characters_extracted"] * 7,
        "processing_completed",
    ]
    numbers = [payload["seq"] for _, payload, _ in published]
    assert numbers == sorted(set(numbers))
    assert {room for _, _, room in published} == {f"user_{job.user_id}"}


@pytest.mark.parametrize("question", ["list_names 1", "describe 2", "describe 5", "confirm_names 7"])
def test_a_run_that_died_is_taken_over_with_the_same_result(job, fresh, scripted, question):
    def cut(asked, passage):
        if f"{asked} {passage.number}" == question:
            scripted.before = lambda asked, passage: None
            raise PowerCut

    scripted.before = cut
    with pytest.raises(PowerCut):
        process_book(str(job.id))
    let_the_lease_run_out(fresh())

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED
    assert fresh().attempts == 2
    in_memory = MemoryStore(open_publication(story().build()))
    read(in_memory)
    assert exported(job) == export_book(in_memory.record("scripted"))


def test_reading_a_finished_book_again_changes_nothing(job, published):
    process_book(str(job.id))
    rows, told = counts(), len(published)

    process_book(str(job.id))

    assert counts() == rows
    assert len(published) == told


def test_a_job_that_another_run_holds_is_left_alone(job, fresh, published):
    take_lease(job.id)
    db.session.commit()

    process_book(str(job.id))

    assert fresh().status is JobStatus.RUNNING
    assert fresh().attempts == 1
    assert published == []


def test_a_run_that_lost_its_lease_commits_nothing_more(job, fresh, scripted, published):
    def lose(asked, passage):
        if asked == "describe" and passage.number == 1:
            with engine.begin() as connection:
                connection.execute(update(Job).values(lease_token=uuid4()))

    engine = db.engine
    scripted.before = lose

    process_book(str(job.id))

    assert fresh().status is JobStatus.RUNNING
    assert fresh().chunk_num == 0
    assert counts()["Character"] == 0
    assert "processing_completed" not in events(published)


def test_a_cancelled_job_stays_cancelled(job, fresh, scripted):
    def cancel(asked, passage):
        if asked == "describe" and passage.number == 5:
            with app.app_context():
                row = db.session.get(Job, job.id)
                row.cancel()
                db.session.commit()

    app = current_app._get_current_object()
    scripted.before = cancel

    process_book(str(job.id))

    assert fresh().status is JobStatus.CANCELLED


def test_a_refused_book_fails_at_once_and_says_why(job, fresh, scripted, published):
    scripted.kind = "philosophy"

    process_book(str(job.id))

    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == db.session.get(Book, job.book_id).error_code == "NOT_LITERARY"
    assert events(published)[-1] == "processing_failed"
    assert published[-1][1]["error_code"] == "NOT_LITERARY"
    assert "validation_completed" not in events(published)


def test_what_the_checks_found_is_kept_when_the_book_is_refused(job, scripted):
    scripted.kind = "philosophy"

    process_book(str(job.id))

    book = db.session.get(Book, job.book_id)
    assert book.detected_language == "ar"
    assert book.text_classification["classification"] == "philosophy"


def test_an_error_is_raised_and_tried_again_later_three_times(job, fresh, scripted, published):
    def fail(asked, passage):
        raise ConnectionError("The reader is away")

    scripted.before = fail
    waits = []
    for _ in range(3):
        with pytest.raises(ConnectionError):
            process_book(str(job.id))
        row = fresh()
        assert row.status is JobStatus.PENDING
        waits.append(round((row.retry_at - utc_now()).total_seconds()))
        row.retry_at = utc_now()
        db.session.commit()
    with pytest.raises(ConnectionError):
        process_book(str(job.id))

    assert waits == [60, 120, 240]
    assert fresh().status is JobStatus.FAILED
    assert fresh().error_code == "INTERNAL_ERROR"
    assert events(published).count("processing_failed") == 1


def test_a_job_that_waits_for_a_later_time_is_not_run(job, fresh):
    job.retry_at = utc_now() + timedelta(minutes=1)
    db.session.commit()

    process_book(str(job.id))

    assert fresh().status is JobStatus.PENDING
    assert fresh().attempts == 0


def test_a_worker_that_is_asked_to_stop_hands_its_job_back(job, fresh, scripted):
    def stop(asked, passage):
        if passage.number == 5:
            raise SystemExit

    scripted.before = stop
    with pytest.raises(SystemExit):
        process_book(str(job.id))
    assert fresh().status is JobStatus.PENDING
    scripted.before = lambda asked, passage: None

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED


def test_a_worker_that_waits_for_an_answer_hands_its_job_back_at_once(job, fresh, scripted):
    engine = db.engine

    def status():
        with engine.connect() as connection:
            return connection.scalar(select(Job.status))

    def stop(asked, passage):
        if f"{asked} {passage.number}" == "describe 5":
            asked_to_stop.set()
            for _ in range(100):
                if status() is JobStatus.PENDING:
                    break
                sleep(0.05)
            seen.append(status())

    seen = []
    scripted.before = stop
    try:
        process_book(str(job.id))
    finally:
        asked_to_stop.clear()
    handed_back = fresh()
    assert seen == [JobStatus.PENDING]
    assert (handed_back.status, handed_back.failures) == (JobStatus.PENDING, 0)
    assert handed_back.error_code == "READING_STOPPED"
    scripted.before = lambda asked, passage: None

    process_book(str(job.id))

    assert fresh().status is JobStatus.COMPLETED
