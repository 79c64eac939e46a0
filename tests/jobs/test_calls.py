from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
from sqlalchemy import select

from bookanalysis.ai.readers.chat.ports import Call
from bookanalysis.extensions import db
from bookanalysis.jobs.calls import DatabaseCalls
from bookanalysis.jobs.errors import LeaseLost
from bookanalysis.models import ModelTotal, User
from bookanalysis.services.usage import usage_of
from tests.rows import add_book, add_job


def call(question="list_names", outcome="answered", read=1000, written=100):
    return Call("gemini-2.5-flash", question, outcome, read, written, 0.5)


@pytest.fixture
def calls(job):
    return DatabaseCalls(db.engine, job.id)


def test_a_job_that_asked_no_model_has_no_usage(job):
    assert usage_of(job.id) is None


def test_usage_adds_up_by_question_with_its_cost(job, calls):
    calls.add(call("list_names", read=1_000_000, written=0))
    calls.add(call("describe", outcome="truncated", read=1000, written=400_000))
    calls.add(call("describe", read=1000, written=100))

    assert usage_of(job.id) == {
        "calls": 3,
        "input_tokens": 1_002_000,
        "output_tokens": 400_100,
        "cost_usd": 1.30085,
        "by_question": {
            "describe": {"calls": 2, "input_tokens": 2000, "output_tokens": 400_100},
            "list_names": {"calls": 1, "input_tokens": 1_000_000, "output_tokens": 0},
        },
    }


def test_the_prices_are_settings(job, calls, config_with):
    config_with(reader_input_price=10.0, reader_output_price=0.0)
    calls.add(call(read=100_000))

    assert usage_of(job.id)["cost_usd"] == 1.0


def totals():
    """Calls and tokens by outcome."""
    rows = db.session.scalars(select(ModelTotal).order_by(ModelTotal.outcome))
    return {row.outcome: (row.calls, row.input_tokens, row.output_tokens) for row in rows}


def test_threads_lose_no_call(job, calls):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(calls.add, [call()] * 40))

    assert usage_of(job.id)["calls"] == 40
    assert totals() == {"answered": (40, 40_000, 4000)}


def test_the_jobs_of_a_model_have_one_total(calls, job):
    other = add_job(db.session.get(User, job.user_id), add_book(db.session.get(User, job.user_id)))
    calls.add(call())
    calls.add(call(outcome="truncated", written=7))
    DatabaseCalls(db.engine, other.id).add(call(read=5))

    assert totals() == {"answered": (2, 1005, 200), "truncated": (1, 1000, 7)}


def test_a_word_of_the_service_is_cut_to_what_the_table_holds(job, calls):
    calls.add(call(outcome="refused " * 20))

    assert usage_of(job.id)["calls"] == 1


def test_a_call_of_a_job_that_is_gone_ends_the_run(context):
    with pytest.raises(LeaseLost):
        DatabaseCalls(db.engine, uuid4()).add(call())
    assert totals() == {}
