"""Any process may be killed at any moment: the next one goes on, nothing is lost, nothing is doubled."""

from uuid import UUID

import pytest
import requests

from tests.e2e.results import from_the_database, row_counts
from tests.e2e.system import are_gone, is_running, kill, wait_until


def assert_read_once(system, browser, interrupted, analyzed, rows_before):
    """Complete, by a second attempt, with the result that an undisturbed reading has."""
    book_id, job_id = interrupted
    job = browser.wait_for_end(job_id)
    assert (job["status"], job["attempts"]) == ("completed", 2)
    document = from_the_database(system, UUID(book_id))
    assert {**document, "title": analyzed["title"]} == analyzed
    told = [
        payload["chunk_num"] for event, payload in browser.told(job_id) if event == "characters_extracted"
    ]
    assert len(told) == len(set(told))
    assert row_counts(system)["chunk"] - rows_before["chunk"] == len(analyzed["chunks"])
    assert row_counts(system)["character"] - rows_before["character"] == len(analyzed["characters"])


@pytest.fixture
def rows_before(system):
    return row_counts(system)


def test_a_killed_work_horse_is_replaced(system, browser, rows_before, interrupted, analyzed):
    kill(system.work_horse())

    assert browser.job(interrupted[1])["status"] == "running"
    assert_read_once(system, browser, interrupted, analyzed, rows_before)


def test_a_killed_worker_takes_its_work_horse_with_it(system, browser, rows_before, interrupted, analyzed):
    horse = system.work_horse()
    worker = horse.parent()

    kill(worker)

    wait_until(lambda: are_gone([horse]), 5, "the end of the work-horse")
    assert_read_once(system, browser, interrupted, analyzed, rows_before)


def test_a_killed_worker_and_work_horse_are_replaced(system, browser, rows_before, interrupted, analyzed):
    horse = system.work_horse()

    kill(horse.parent(), horse)

    assert_read_once(system, browser, interrupted, analyzed, rows_before)


def test_killing_all_workers_and_the_web_process_loses_nothing(
    system, browser, rows_before, interrupted, analyzed
):
    horse, pool = system.work_horse(), system.pool()
    web = next(each for each in system.processes() if is_running(each, "wsgi.py"))

    kill(pool, horse.parent(), horse, web)

    wait_until(lambda: answers(system), what="the web process")
    assert_read_once(system, browser, interrupted, analyzed, rows_before)


def answers(system):
    try:
        return requests.get(f"{system.address}/healthz", timeout=5).ok
    except requests.ConnectionError:
        return False
