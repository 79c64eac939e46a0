"""A reading that is cancelled ends at once, with its process, and the book can be read again."""

from uuid import UUID

from tests.e2e.results import from_the_database
from tests.e2e.story import novel
from tests.e2e.system import are_gone, wait_until


def cancelled_in_the_end(browser, job_id):
    """What it was told is told no more after the cancellation."""
    payload = browser.wait_for_event(job_id, "job_cancelled")
    told = browser.told(job_id)
    assert [event for event, _ in told][-1] == "job_cancelled"
    assert payload["seq"] == max(payload["seq"] for _, payload in told)


def test_a_cancelled_run_is_stopped_and_the_next_is_whole(system, browser, interrupted, analyzed):
    book_id, job_id = interrupted
    horse = system.work_horse()

    shown = browser.post(f"/api/jobs/{job_id}/cancel/")["data"]

    assert (shown["status"], shown["result"]["read"] > 0) == ("cancelled", True)
    wait_until(lambda: are_gone([horse]), 5, "the end of the work-horse")
    cancelled_in_the_end(browser, job_id)
    title = browser.get(f"/api/books/{book_id}/")["data"]["title"]

    again = browser.post(f"/api/books/{book_id}/reprocess/")["job_id"]

    assert browser.wait_for_end(again)["status"] == "completed"
    document = from_the_database(system, UUID(book_id))
    assert {**document, "title": analyzed["title"]} == analyzed
    assert document["title"] == title


def test_the_run_of_a_deleted_book_is_stopped(system, browser, interrupted):
    book_id, job_id = interrupted
    horse = system.work_horse()

    browser.delete(f"/api/books/{book_id}/")

    wait_until(lambda: are_gone([horse]), 5, "the end of the work-horse")
    cancelled_in_the_end(browser, job_id)
    restored = browser.post(f"/api/books/{book_id}/restore/")["data"]
    assert (restored["processing_status"], restored["error_code"]) == ("failed", "JOB_CANCELLED")


def test_an_operator_steers_a_reading_from_a_terminal(system, browser):
    with system.workers_held():
        book_id, job_id = browser.upload(novel("ليالي الانتظار").build())
        cancelled = system.flask("jobs", "cancel", job_id)
    assert cancelled.returncode == 0, cancelled.stderr
    refused = system.flask("jobs", "requeue", job_id)
    assert (refused.returncode, "WRONG_JOB_STATE" in refused.stderr) == (2, True)

    done = system.flask("books", "reprocess", book_id)

    assert done.returncode == 0, done.stderr
    newest = browser.get("/api/jobs/", page_size=1)["data"][0]
    assert newest["job_id"] in done.stdout
    assert browser.wait_for_end(newest["job_id"])["status"] == "completed"
