"""A book is read again from the beginning."""

from threading import Barrier, Thread
from uuid import UUID

import pytest
from sqlalchemy import func, select

from bookanalysis.extensions import QueueName, db
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Book, Character, CharacterFact, Chunk, ChunkCharacter, Job, JobStatus, utc_now
from tests.rows import add_book, add_job, add_user
from tests.verified_story import verified_story
from tests.visitor import data_of, refused


@pytest.fixture
def book(amina, arrange):
    """A book that was read, with all that was found."""

    def read():
        book = verified_story(amina.user).book
        book.title = "أيامي"
        book.take_name("الأيام", "طه حسين")
        book.detected_language, book.quality_score = "ar", 0.9
        book.finish_reading()
        db.session.commit()
        return book

    return arrange(read)


def reprocess(visitor, book):
    return visitor.post(f"/api/books/{book.id}/reprocess/")


def counts():
    tables = (Chunk, Character, CharacterFact, ChunkCharacter)
    return [db.session.scalar(select(func.count()).select_from(table)) for table in tables]


def test_a_new_job_is_made_and_told_to_the_workers(amina, book, row, enqueued):
    answer = reprocess(amina, book)

    assert (answer.status_code, answer.json["status"]) == (202, "accepted")
    assert data_of(answer) == {"book_id": str(book.id)}
    assert [call["args"] for call in enqueued] == [[answer.json["job_id"]]]
    assert row(Book, book.id).processing_status == "pending"


def test_the_old_reading_goes(amina, book, arrange, row, kept_files):
    arrange(lambda: verified_story(add_user("badr@example.org")))
    before = arrange(counts)

    reprocess(amina, book)

    assert arrange(counts) == [number // 2 for number in before]
    again = row(Book, book.id)
    assert (again.txt_file, again.detected_language, again.quality_score) == (None, None, None)
    assert kept_files() == []


def test_what_the_user_typed_stays_and_what_was_found_is_found_anew(amina, book):
    reprocess(amina, book)

    shown = data_of(amina.get(f"/api/books/{book.id}/"))
    assert (shown["title"], shown["author"]) == ("أيامي", None)


@pytest.mark.parametrize("status", [JobStatus.PENDING, JobStatus.RUNNING])
def test_a_book_that_is_being_read_names_its_job(amina, book, arrange, status):
    job = arrange(lambda: add_job(amina.user, book, status=status))
    before = arrange(counts)

    assert refused(reprocess(amina, book), 409, "BOOK_IS_BEING_READ") == {"job_id": str(job.id)}

    assert arrange(counts) == before


def test_a_new_reading_is_kept_while_redis_is_away(amina, book, app, row):
    app.extensions["queues"][QueueName.AI_PROCESSING].is_away = True

    answer = reprocess(amina, book)

    assert row(Job, UUID(answer.json["job_id"])).status is JobStatus.PENDING


def test_an_older_job_that_was_requeued_does_not_run_any_more(amina, book, arrange, row):
    old = arrange(lambda: add_job(amina.user, book, status=JobStatus.FAILED, retry_at=utc_now()))

    reprocess(amina, book)
    arrange(process_book, str(old.id))

    assert (row(Job, old.id).status, row(Job, old.id).attempts) == (JobStatus.FAILED, 0)


def test_of_many_who_ask_at_once_one_gets_a_job(app, amina, book, arrange, enqueued):
    together, codes = Barrier(4), []

    def ask():
        together.wait()
        answer = app.test_client().post(f"/api/books/{book.id}/reprocess/", headers=amina.headers)
        codes.append(answer.status_code)

    threads = [Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(codes) == [202, 409, 409, 409]
    assert len(enqueued) == arrange(lambda: db.session.scalar(select(func.count()).select_from(Job))) == 1


def test_a_deleted_book_is_not_read_again(app, amina, book, arrange):
    """Both at once: in the end there is no job for a book that is gone."""
    together = Barrier(2)

    def delete():
        together.wait()
        app.test_client().delete(f"/api/books/{book.id}/", headers=amina.headers)

    thread = Thread(target=delete)
    thread.start()
    together.wait()
    reprocess(amina, book)
    thread.join()

    assert arrange(lambda: db.session.query(Job).filter(Job.status == JobStatus.PENDING).count()) == 0
    refused(reprocess(amina, book), 404, "BOOK_NOT_FOUND")


def test_someone_elses_book_is_not_there(amina, visitor, stranger, book):
    refused(reprocess(visitor("badr@example.org"), book), 404, "BOOK_NOT_FOUND")
    refused(reprocess(stranger, book), 401, "NOT_LOGGED_IN")


@pytest.mark.parametrize("parts", [1, 7])
def test_a_long_book_costs_no_more_queries(amina, arrange, queries, parts):
    book = arrange(lambda: verified_story(amina.user, parts).book)
    queries.clear()

    reprocess(amina, book)

    assert len(queries) == 10, queries


def test_a_book_without_a_text_is_read_again(amina, arrange, row):
    book = arrange(lambda: add_book(amina.user))

    assert reprocess(amina, book).status_code == 202
    assert row(Book, book.id).txt_file is None
