"""Redis goes away and comes back: reads go on, an upload is kept, and nobody is told of a mistake of ours."""

import time

import pytest

from tests.e2e.client import Browser
from tests.e2e.story import novel
from tests.epub.builder import Epub, page

ROUNDS = 3
PATIENCE = 2
"""Seconds that a read may take meanwhile."""


def test_a_book_uploaded_while_redis_is_away_is_read_once_it_is_back(own, redis):
    browser = Browser(own(redis.url))
    redis.stop()

    _, job_id = browser.upload(novel().build())
    assert browser.job(job_id)["status"] == "pending"
    redis.start()

    assert browser.wait_for_end(job_id)["status"] == "completed"
    browser.close()


@pytest.fixture
def reader(own, redis):
    """A browser whose first book is read and whose second one is being read."""
    browser = Browser(own(redis.url))
    book_id, job_id = browser.upload(short_book())
    assert browser.wait_for_end(job_id)["status"] == "completed"
    _, second = browser.upload(novel().build())
    browser.wait_for_event(second, "characters_extracted")
    yield browser, book_id, second
    browser.close()


def short_book(hero="سالم"):
    story = f"قال {hero} لأخته هند إنه مسافر. ضحكت هند وقالت لأخيها: لا تنس الكتاب يا {hero}. " * 20
    return Epub({"one.xhtml": page(f"<p>{story}</p>")}).build()


def reads_of(browser, book_id):
    """The address of each read."""
    of = f"?book_id={book_id}"
    chunk = browser.get(f"/api/chunks/{of}")["data"][0]["chunk_id"]
    character = browser.get(f"/api/characters/{of}")["data"][0]["character_id"]
    job = browser.get("/api/jobs/")["data"][0]["job_id"]
    return [
        "/healthz",
        "/api/books/",
        f"/api/books/{book_id}/",
        f"/api/books/{book_id}/status/",
        f"/api/books/{book_id}/verification/",
        f"/api/chunks/{of}",
        f"/api/chunks/{chunk}/",
        f"/api/characters/{of}",
        f"/api/characters/{character}/",
        f"/api/characters/relationships/{of}",
        f"/api/characters/appearances/{of}",
        "/api/jobs/",
        f"/api/jobs/{job}/",
    ]


def test_redis_may_stop_in_the_middle(reader, redis):
    browser, book_id, second = reader
    paths = reads_of(browser, book_id)

    redis.stop()
    for path in paths * ROUNDS:
        assert seconds_to_get(browser, path) < PATIENCE, path
    _, third = browser.upload(short_book("كريم"))
    redis.start()

    assert browser.wait_for_end(second)["status"] == "completed"
    assert browser.wait_for_end(third)["status"] == "completed"


def seconds_to_get(browser, path):
    """Anything but an answer to the question is an error."""
    began = time.monotonic()
    browser.get(path)
    return time.monotonic() - began
