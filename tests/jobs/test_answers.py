from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Thread
from time import monotonic, sleep

import pytest
from sqlalchemy import create_engine, func, select, text
from sqlalchemy.exc import OperationalError

from bookanalysis.extensions import db
from bookanalysis.jobs import writing
from bookanalysis.jobs.answers import DatabaseAnswers
from bookanalysis.jobs.lease import take_lease
from bookanalysis.jobs.purging import purge_answers
from bookanalysis.models import StoredAnswer, utc_now
from bookanalysis.sqlite import PatientConnection
from tests.rows import add

FIRST, SECOND = '{"persons": []}', '{"persons": [{"name": "سالم"}]}'


@pytest.fixture
def answers(context):
    return DatabaseAnswers(db.engine)


@pytest.fixture
def impatient(context):
    """Answers whose connections give up on a locked database at once."""
    options = {"timeout": 0, "factory": PatientConnection}
    engine = create_engine(db.engine.url, connect_args=options)
    yield DatabaseAnswers(engine)
    engine.dispose()


def in_thread(function, *args):
    """As a reader's own thread does it: without the application's context."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(function, *args).result()


def test_an_answer_is_found_again(answers):
    assert answers.find("d" * 64) is None

    assert answers.keep("d" * 64, SECOND) == SECOND

    assert answers.find("d" * 64) == SECOND


def test_a_thread_without_the_applications_context_keeps_and_finds(answers):
    in_thread(answers.keep, "d" * 64, FIRST)

    assert in_thread(answers.find, "d" * 64) == FIRST


def test_the_first_stored_wins(answers):
    answers.keep("d" * 64, FIRST)

    assert answers.keep("d" * 64, SECOND) == FIRST
    assert answers.find("d" * 64) == FIRST


def test_of_many_who_store_at_once_all_get_the_same(answers):
    given = [f'{{"answer": {number}}}' for number in range(24)]

    with ThreadPoolExecutor(8) as pool:
        kept = set(pool.map(lambda answer: answers.keep("d" * 64, answer), given))

    assert kept == {answers.find("d" * 64)}
    assert kept <= set(given)


def test_what_was_kept_outlives_the_runs_transaction(answers, job):
    take_lease(job.id)
    db.session.rollback()
    answers.keep("d" * 64, FIRST)
    db.session.rollback()

    assert db.session.scalar(select(func.count()).select_from(StoredAnswer)) == 1


def test_a_locked_database_is_waited_for(impatient):
    with db.engine.connect() as writer:
        writer.execute(text("BEGIN IMMEDIATE"))
        thread = Thread(target=impatient.keep, args=("d" * 64, FIRST))
        thread.start()
        sleep(0.5)
        assert thread.is_alive()
        writer.rollback()
    thread.join(5)

    assert impatient.find("d" * 64) == FIRST


def test_a_database_that_stays_locked_is_given_up(impatient, monkeypatch):
    monkeypatch.setattr(writing, "PATIENCE", 0.3)
    with db.engine.connect() as writer:
        writer.execute(text("BEGIN IMMEDIATE"))
        began = monotonic()
        with pytest.raises(OperationalError):
            impatient.keep("d" * 64, FIRST)
        writer.rollback()

    assert 0.3 <= monotonic() - began < 3


@pytest.mark.parametrize(("days", "left"), [(90, {"new"}), (0, {"old", "new"})])
def test_old_answers_are_purged_unless_they_are_kept_for_ever(context, config_with, days, left):
    config_with(reader_answers_days=days)
    add(StoredAnswer(digest="old", answer=FIRST, created_at=utc_now() - timedelta(days=91)))
    add(StoredAnswer(digest="new", answer=FIRST, created_at=utc_now() - timedelta(days=89)))

    purge_answers()

    assert set(db.session.scalars(select(StoredAnswer.digest))) == left


def test_many_old_answers_are_purged_in_small_transactions(context, monkeypatch):
    monkeypatch.setattr("bookanalysis.jobs.purging.AT_ONCE", 2)
    for number in range(5):
        add(StoredAnswer(digest=str(number), answer=FIRST, created_at=utc_now() - timedelta(days=91)))

    purge_answers()

    assert db.session.scalar(select(func.count()).select_from(StoredAnswer)) == 0
