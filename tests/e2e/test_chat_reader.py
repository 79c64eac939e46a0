"""A chat model reads a book in the whole system, in every mood of its service: right, or an honest gap.

The service is a fake that speaks Gemini's protocol; the client, the work-horse, Redis, the sockets and the
API are the real ones.
"""

import json
from collections import Counter

import pytest

from bookanalysis.ai.prompts import EXAMPLE_NAMES
from bookanalysis.models import utc_now
from tests.e2e.chat_story import CAST, CHAPTERS, MARK, MARKED
from tests.e2e.client import Browser
from tests.e2e.library import AT_ONCE, SETTINGS, Library
from tests.e2e.results import as_the_api_tells, through_the_api
from tests.e2e.system import System, kill, wait_until
from tests.gemini import moods
from tests.gemini.server import KEY, GeminiServer, right


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    folder = tmp_path_factory.mktemp("chat")
    with GeminiServer(CAST) as server, System(folder, READER_BASE_URL=server.url, **SETTINGS) as system:
        browser = Browser(system.start())
        yield Library(system, server, browser)
        browser.close()


@pytest.fixture
def library(running):
    """No answer is known from another test."""
    running.forget()
    return running


@pytest.fixture(scope="module")
def quiet(running):
    running.forget()
    return running.read_quietly()


def test_on_a_good_day_the_book_is_read_with_all_that_the_model_knows(running, quiet):
    told = {each["name"]: each for each in quiet.export["characters"]}

    assert set(told) == set(CAST.forms) - {"السفينة"}
    said = {fact["value"] for each in told.values() for fact in each["facts"]}
    assert {value for facts in CAST.facts.values() for _, _, value, _, _ in facts} <= said
    assert all(chunk["summary"] and not chunk["gap"] for chunk in quiet.export["chunks"])
    assert len(quiet.export["chunks"]) == CHAPTERS
    assert quiet.job["result"]["dropped"] == {"mentions": 0, "facts": 0}
    assert through_the_api(running.browser, quiet.book_id) == as_the_api_tells(quiet.export)


def test_the_job_tells_what_the_service_has_counted_and_what_it_costs(quiet):
    usage = quiet.job["usage"]

    assert usage["calls"] == quiet.calls < 3 * CHAPTERS
    assert (usage["input_tokens"], usage["output_tokens"]) == (quiet.input_tokens, quiet.output_tokens)
    assert usage["cost_usd"] == round((quiet.input_tokens * 0.30 + quiet.output_tokens * 2.50) / 1e6, 6)
    assert sum(each["calls"] for each in usage["by_question"].values()) == quiet.calls


def test_the_command_finds_every_claim_in_the_text(running, quiet):
    done = running.system.flask("verify", quiet.book_id)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Every claim holds" in done.stdout


STORM = (moods.too_fast(1), moods.overloaded, moods.drop, moods.cut_silently, moods.no_json)


@pytest.mark.parametrize(
    ("mood", "by_number"),
    [
        pytest.param(moods.delayed(0.2), {}, id="slow"),
        pytest.param(right, {2: moods.too_fast(1), 3: moods.too_fast(1), 6: moods.too_fast(1)}, id="429"),
        pytest.param(right, {2: moods.hang, 3: moods.drip}, id="hangs and drips"),
        pytest.param(
            right,
            {1: moods.internal_error, 3: moods.drop, 5: moods.overloaded, 8: moods.drop},
            id="500, 503 and drops",
        ),
        pytest.param(moods.fenced, {1: moods.no_json, 4: moods.other_json}, id="no JSON, or fenced"),
        pytest.param(right, {2: moods.cut_silently, 5: moods.chatty, 8: moods.run_away}, id="invalid once"),
        pytest.param(right, {2 * turn + 1: mood for turn, mood in enumerate(STORM)}, id="storm"),
    ],
)
def test_what_passes_leaves_no_trace_in_the_result(library, quiet, mood, by_number):
    library.server.mood, library.server.moods = mood, dict(by_number)

    book_id, job = library.read()

    assert library.export(book_id) == quiet.export
    assert (job["attempts"], job["result"]["gaps"]) == (1, [])
    assert job["usage"]["calls"] == len(library.server.requests) >= quiet.calls + len(by_number)
    library.assert_all_holds(book_id)


def test_answers_that_are_cut_off_are_asked_for_in_halves(library, quiet):
    library.server.mood = moods.truncate_longer_than(1500)

    book_id, job = library.read()

    assert len(library.server.requests) > quiet.calls
    assert without_summaries(library.export(book_id)) == without_summaries(quiet.export)
    assert (job["attempts"], job["result"]["gaps"]) == (1, [])
    library.assert_all_holds(book_id)


def without_summaries(document):
    """A summary of two halves is another than that of the whole."""
    return {**document, "chunks": [{**chunk, "summary": None} for chunk in document["chunks"]]}


@pytest.mark.parametrize(
    ("question", "mood", "reason"),
    [
        ("first_name_querier", moods.blocked("SAFETY"), "SAFETY"),
        ("profile_refresher", moods.blocked("RECITATION"), "RECITATION"),
        ("first_name_querier", moods.run_away, "INVALID_ANSWER"),
        ("profile_refresher", moods.empty, "INVALID_ANSWER"),
    ],
)
def test_what_the_model_will_not_read_is_one_gap_and_all_else_is_right(
    library, quiet, question, mood, reason
):
    library.server.moods = {question: lambda exchange: (mood if MARK in exchange.asked else right)(exchange)}

    book_id, job = library.read()

    export = library.export(book_id)
    assert job["result"]["gaps"] == [{"chunk": MARKED, "reason": reason}]
    assert (job["result"]["chunks"], job["result"]["read"]) == (CHAPTERS, CHAPTERS - 1)
    assert [chunk["gap"] for chunk in export["chunks"] if chunk["gap"]] == [reason]
    assert outside_the_gap(export) == outside_the_gap(quiet.export)
    library.assert_all_holds(book_id)


def outside_the_gap(document):
    """What is told of the other chunks."""
    return {
        "chunks": [chunk for chunk in document["chunks"] if chunk["number"] != MARKED],
        "characters": {
            each["name"]: (
                [place for place in each["appearances"] if place["chunk"] != MARKED],
                [fact for fact in each["facts"] if fact["chunk"] != MARKED],
            )
            for each in document["characters"]
        },
    }


def test_a_lie_is_dropped_and_counted(library, quiet):
    library.server.mood = moods.lie

    book_id, job = library.read()

    assert library.export(book_id) == quiet.export
    told = json.dumps(through_the_api(library.browser, book_id), ensure_ascii=False)
    invented = (*EXAMPLE_NAMES, "هارون", "كذوب", "ما لم يقله النص")
    assert not [lie for lie in invented if lie in told]
    passages = CHAPTERS // 2
    assert job["result"]["dropped"]["mentions"] >= 2 * passages
    assert job["result"]["dropped"]["facts"] >= 4 * passages
    library.assert_all_holds(book_id)


def test_a_spent_day_makes_the_job_wait_and_go_on_by_itself(library, quiet):
    library.server.mood = moods.day_spent
    library.server.moods = dict.fromkeys(range(1, 8), right)

    book_id, job_id = library.upload()
    event = wait_until(lambda: waiting(library.browser, job_id), what="the wait")

    job = library.browser.job(job_id)
    asked = len(library.server.requests)
    assert (job["status"], job["error_code"]) == ("pending", "READER_QUOTA_SPENT")
    assert job["retry_at"] == event["retry_at"] > utc_now().isoformat()
    assert job["error"]["ar"] and job["error"]["en"]
    assert asked <= 7 + AT_ONCE
    library.server.forget()
    library.let_the_quota_return(job_id)
    _, job = library.end_of(book_id, job_id)
    assert library.export(book_id) == quiet.export
    assert (job["attempts"], job["error_code"], job["retry_at"]) == (2, None, None)
    assert len(library.server.requests) == quiet.calls - 7
    library.assert_all_holds(book_id)


def waiting(browser, job_id):
    return next((told for _, told in browser.told(job_id) if told.get("retry_at")), None)


def test_a_refused_key_fails_the_job_after_one_request(library):
    library.server.key = "another"

    job = library.fail()

    assert (job["error_code"], job["attempts"]) == ("READER_KEY_REFUSED", 1)
    assert len(library.server.requests) == job["usage"]["calls"] == 1
    assert KEY not in library.system.said() + json.dumps(job)


def test_an_unknown_model_fails_the_job_after_one_request(library):
    library.server.model = "gemini-next"

    job = library.fail()

    assert (job["error_code"], job["attempts"]) == ("READER_REFUSED", 1)
    assert "NOT_FOUND" in job["error"]["en"]
    assert len(library.server.requests) == 1


def test_after_a_kill_only_what_was_being_asked_is_asked_again(library, quiet):
    library.server.mood = moods.delayed(0.3)
    book_id, job_id = library.upload()
    wait_until(lambda: len(library.server.requests) >= 6, what="the middle of the book")

    kill(library.system.work_horse())

    _, job = library.end_of(book_id, job_id)
    assert job["attempts"] == 2
    assert library.export(book_id) == quiet.export
    asked = Counter(json.dumps(exchange.body, sort_keys=True) for exchange in library.server.requests)
    repeated = [times for times in asked.values() if times > 1]
    assert len(asked) == quiet.calls
    assert set(repeated) <= {2}
    assert len(repeated) <= AT_ONCE
    library.assert_all_holds(book_id)
