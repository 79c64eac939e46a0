"""A stranger's first visit: upload a novel, watch it being read, read who is in it."""

from uuid import UUID

import pytest

from tests.e2e.client import Browser
from tests.e2e.results import as_the_api_tells, from_the_database, through_the_api
from tests.e2e.story import novel
from tests.epub.builder import Epub, page


@pytest.fixture(scope="module")
def read(system):
    """The novel, uploaded and read to the end: its browser and its ids."""
    browser = Browser(system)
    book_id, job_id = browser.upload(novel().build())
    job = browser.wait_for_end(job_id)
    assert job["status"] == "completed", job
    browser.wait_for_event(job_id, "processing_completed")
    yield browser, book_id, job_id
    browser.close()


def test_events_tell_the_reading_in_order(read):
    browser, book_id, job_id = read
    told = browser.told(job_id)

    names = [event for event, _ in told]
    milestones = [name for name in dict.fromkeys(names) if name != "progress"]
    assert milestones == [
        "processing_started",
        "validation_completed",
        "book_named",
        "preprocessing_completed",
        "characters_extracted",
        "processing_completed",
    ]
    numbers = [payload["seq"] for _, payload in told]
    assert numbers == sorted(set(numbers))
    progress = [payload["progress"] for _, payload in told]
    assert progress == sorted(progress)
    assert progress[-1] == 100
    assert {payload["book_id"] for _, payload in told} == {book_id}


def test_every_chunk_is_told_once(read):
    browser, _, job_id = read

    told = [payload for event, payload in browser.told(job_id) if event == "characters_extracted"]

    assert [payload["chunk_num"] for payload in told] == list(range(1, told[0]["num_of_chunks"] + 1))
    assert len(told) > 20


def test_the_api_tells_what_the_command_line_tells(read, analyzed):
    browser, book_id, _ = read

    assert through_the_api(browser, book_id) == as_the_api_tells(analyzed)
    assert {"سالم", "هند", "نادر"} <= {each["name"] for each in analyzed["characters"]}


def test_the_export_from_the_database_is_the_command_lines(system, read, analyzed):
    _, book_id, _ = read

    assert from_the_database(system, UUID(book_id)) == analyzed


def test_every_claim_stands_in_its_chunk(read):
    browser, book_id, _ = read
    chunks = {
        row["chunk_number"]: browser.get(f"/api/chunks/{row['chunk_id']}/")["data"]["chunk_text"]
        for row in browser.pages("/api/chunks/", book_id=book_id)
    }

    facts = [fact for each in through_the_api(browser, book_id)["characters"] for fact in each["facts"]]

    assert facts
    assert all(chunks[fact["chunk"]][fact["start"] : fact["end"]] == fact["quote"] for fact in facts)


def test_an_english_book_is_refused_with_its_reason(browser):
    story = "Anna walked to the sea every evening, and her brother Tom waited for her at the gate. " * 60
    book_id, job_id = browser.upload(Epub({"c.xhtml": page(f"<p>{story}</p>")}).build())

    job = browser.wait_for_end(job_id)

    assert (job["status"], job["attempts"]) == ("failed", 1)
    failed = browser.wait_for_event(job_id, "processing_failed")
    assert failed["error_code"] == job["error_code"]
    assert failed["message"]["ar"] and failed["message"]["en"]
    assert browser.get(f"/api/books/{book_id}/")["data"]["processing_status"] == "failed"
