from datetime import timedelta

import pytest
from sqlalchemy import event

from bookanalysis.ai.readers.chat.ports import Call
from bookanalysis.extensions import db
from bookanalysis.jobs.calls import DatabaseCalls
from bookanalysis.models import BookStatus, Job, JobStatus, JobType, utc_now
from tests.rows import add, add_book, add_job, add_user
from tests.scraping import sample, scrape

HOUR = timedelta(hours=1)


@pytest.fixture
def samples(stranger):
    return lambda: scrape(stranger.client)


@pytest.fixture
def asked(app):
    """Each statement from here on, and its values."""
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2:4]))
    return asked


def call(job, outcome="answered", model="gemini-2.5-flash"):
    DatabaseCalls(db.engine, job.id).add(Call(model, "summarizer", outcome, 100, 20, 1.0))


def test_jobs_are_counted_by_type_and_status(arrange, samples):
    def jobs():
        user = add_user()
        for status in (JobStatus.RUNNING, JobStatus.COMPLETED, JobStatus.COMPLETED):
            add_job(user, add_book(user), status=status)
        add(Job(user_id=user.id, job_type=JobType.EMAIL))

    arrange(jobs)

    found = samples()

    assert found[sample("bookanalysis_jobs", type="process_book", status="completed")] == 2
    assert found[sample("bookanalysis_jobs", type="process_book", status="running")] == 1
    assert found[sample("bookanalysis_jobs", type="process_book", status="pending")] == 0
    assert found[sample("bookanalysis_jobs", type="email", status="pending")] == 1


def test_the_oldest_job_that_could_run_tells_how_long_it_has_waited(arrange, samples):
    def jobs():
        user, now = add_user(), utc_now()
        add_job(user, add_book(user), created_at=now - HOUR)
        add_job(user, add_book(user), created_at=now - 9 * HOUR, status=JobStatus.COMPLETED)

    arrange(jobs)

    assert samples()[sample("bookanalysis_oldest_waiting_job_seconds", type="process_book")] == pytest.approx(
        3600, abs=60
    )
    assert samples()[sample("bookanalysis_oldest_waiting_job_seconds", type="email")] == 0


@pytest.mark.parametrize(("retry_in", "waited"), [(HOUR, 0), (-HOUR, 3600)])
def test_a_job_that_is_tried_again_waits_from_then_on(arrange, samples, retry_in, waited):
    def job():
        user, now = add_user(), utc_now()
        add_job(user, add_book(user), created_at=now - 5 * HOUR, retry_at=now + retry_in)

    arrange(job)

    seconds = samples()[sample("bookanalysis_oldest_waiting_job_seconds", type="process_book")]
    assert seconds == pytest.approx(waited, abs=60)


def test_books_are_counted_by_state_with_what_they_take(arrange, samples):
    def books():
        user = add_user()
        add_book(user, file_size=1000, processing_status=BookStatus.COMPLETED)
        add_book(user, file_size=200, processing_status=BookStatus.FAILED)
        add_book(user, file_size=30, processing_status=BookStatus.COMPLETED, is_deleted=True)
        add_book(user, file_size=4, processing_status=BookStatus.FAILED, is_deleted=True)

    arrange(books)

    found = samples()

    assert found[sample("bookanalysis_books", state="completed")] == 1
    assert found[sample("bookanalysis_books", state="failed")] == 1
    assert found[sample("bookanalysis_books", state="pending")] == 0
    assert found[sample("bookanalysis_books", state="deleted")] == 2
    assert found[sample("bookanalysis_storage_bytes", state="kept")] == 1200
    assert found[sample("bookanalysis_storage_bytes", state="deleted")] == 34


def test_accounts_are_counted_by_whether_they_may_come_in(arrange, samples):
    arrange(lambda: [add_user("amina@example.org"), add_user("badr@example.org", is_active=False)])

    assert samples()[sample("bookanalysis_users", state="active")] == 1
    assert samples()[sample("bookanalysis_users", state="inactive")] == 1


def test_calls_are_counted_by_outcome_and_their_tokens_by_direction(arrange, samples):
    def calls():
        user = add_user()
        job = add_job(user, add_book(user))
        call(job)
        call(job)
        call(job, outcome="rate_limited")

    arrange(calls)

    found = samples()

    gemini = {"model": "gemini-2.5-flash"}
    assert found[sample("bookanalysis_model_calls", **gemini, outcome="answered")] == 2
    assert found[sample("bookanalysis_model_calls", **gemini, outcome="rate_limited")] == 1
    assert found[sample("bookanalysis_model_tokens", **gemini, direction="input")] == 300
    assert found[sample("bookanalysis_model_tokens", **gemini, direction="output")] == 60


def test_what_was_asked_stays_when_its_job_goes(arrange, samples):
    def calls():
        user = add_user()
        call(add_job(user, add_book(user)))
        db.session.delete(user)
        db.session.commit()

    arrange(calls)

    answered = sample("bookanalysis_model_calls", model="gemini-2.5-flash", outcome="answered")
    assert samples()[answered] == 1


def test_a_scrape_reads_no_table_that_grows_with_each_call(arrange, asked, samples):
    def plans():
        connection = db.session.connection()
        return [
            connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
            for statement, values in list(asked)
        ]

    samples()

    steps = [step.detail.split() for plan in arrange(plans) for step in plan]
    read = [table for how, table, *_ in steps if how in ("SCAN", "SEARCH")]
    assert sorted(read) == ["book", "job", "model_total", "user"]


def test_a_scrape_costs_four_queries_however_much_there_is(arrange, asked, samples):
    def much():
        user = add_user()
        jobs = [add_job(user, add_book(user)) for _ in range(5)]
        return [call(job, model=f"model {number}") for number, job in enumerate(jobs)]

    arrange(much)
    asked.clear()

    samples()

    assert len(asked) == 4, asked


def test_adding_up_many_rows_does_not_hold_the_event_loop(app, samples):
    apart = []
    app.extensions["off_loop"] = lambda function, *args: apart.append(function) or function(*args)

    samples()

    assert len(apart) == 1


def test_a_database_that_is_away_leaves_the_figures_of_the_process(arrange, samples):
    arrange(lambda: Job.__table__.drop(db.engine))

    found = samples()

    assert found[sample("bookanalysis_database_up")] == 0
    assert not any(name in ("bookanalysis_jobs", "bookanalysis_books") for name, _ in found)
    assert found[sample("process_resident_memory_bytes")] > 0
    assert found[sample("bookanalysis_http_requests_in_progress")] == 1


def test_a_database_that_answers_is_up(samples):
    assert samples()[sample("bookanalysis_database_up")] == 1
