"""A flood of uploads where a library or an allowance ends: what fits is taken and read, the rest refused."""

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from random import Random

import pytest
import requests
from sqlalchemy import select

from bookanalysis.models import Book
from tests.e2e.client import Browser
from tests.e2e.results import database_of
from tests.e2e.story import EVENINGS
from tests.e2e.system import HOST
from tests.e2e.uploads import flood
from tests.epub.builder import Epub, page
from tests.raw import running
from tests.visitor import PASSWORD

FLOOD = 40
MOST_BOOKS = 4
PICTURE = 340_000
"""Bytes: three books with one fit into a megabyte, four do not."""
ALLOWED = 5
PATIENCE = 2
"""Seconds that a look at the library may take meanwhile."""
NUMBERS = count(1)


@dataclass(frozen=True)
class Door:
    """What a browser needs to come in."""

    address: str
    login: dict


@contextmanager
def another_web_process(system, **settings):
    """Beside the one that a system has; its address."""
    environment = {name: value for name, value in system.environment.items() if name != "PORT"}
    with running("wsgi.py", **{**environment, **settings}) as port:
        yield f"http://{HOST}:{port}"


@pytest.fixture(scope="module")
def small(system):
    """Where libraries are small."""
    room = {"MAX_BOOKS_PER_USER": str(MOST_BOOKS), "MAX_MB_PER_USER": "1"}
    with another_web_process(system, **room) as address:
        yield address


@pytest.fixture(scope="module")
def strict(system):
    """Where few uploads an hour are allowed."""
    with another_web_process(system, RATE_UPLOADS=f"{ALLOWED}/hour") as address:
        yield address


@pytest.fixture
def newcomer():
    """Someone with an empty library, and nothing used up."""
    browsers = []

    def come(address):
        login = {"email": f"nour{next(NUMBERS)}@example.org", "password": PASSWORD}
        account = {"name": "نور", **login, "password_confirm": PASSWORD}
        assert requests.post(f"{address}/api/auth/register/", json=account, timeout=30).status_code == 201
        browsers.append(Browser(Door(address, login)))
        return browsers[-1]

    yield come
    for browser in browsers:
        browser.close()


def stories(how_many, picture=0):
    """Files that nobody has sent yet."""
    return [story(next(NUMBERS), picture) for _ in range(how_many)]


def story(number, picture):
    text = page(f"<h1>الليلة {number}</h1><p>{' '.join(EVENINGS[:4])}</p>")
    drawn = {"OPS/sea.jpg": Random(number).randbytes(picture)} if picture else {}
    return Epub({"c1.xhtml": text}, files=drawn).build().read()


def assert_taken_and_read(system, browser, answers, before):
    """Each book that was accepted, now or before, has its row, its file and its reading; nothing else has."""
    taken = [answer.body for answer in answers if answer.status == 202]
    accepted = dict(before) | {body["data"]["book_id"]: body["job_id"] for body in taken}
    assert {book["book_id"] for book in browser.pages("/api/books/")} == accepted.keys()
    for job_id in accepted.values():
        assert browser.wait_for_end(job_id)["status"] == "completed"
    with database_of(system) as session:
        known = set(session.scalars(select(Book.file)))
    assert {file.name for file in (system.folder / "books").iterdir() if file.suffix != ".txt"} == known


def test_of_a_flood_only_so_many_books_are_taken(system, small, newcomer):
    browser = newcomer(small)
    there = [browser.upload(file) for file in stories(MOST_BOOKS - 2)]

    answers, seconds = flood(browser, stories(FLOOD))

    assert Counter(answer.said for answer in answers) == {202: 2, "TOO_MANY_BOOKS": FLOOD - 2}
    assert {answer.status for answer in answers} == {202, 409}
    assert max(seconds) < PATIENCE
    assert_taken_and_read(system, browser, answers, there)


def test_of_a_flood_only_so_many_bytes_are_taken(system, small, newcomer):
    browser = newcomer(small)
    there = [browser.upload(file) for file in stories(1, PICTURE)]

    answers, seconds = flood(browser, stories(FLOOD, PICTURE))

    assert Counter(answer.said for answer in answers) == {202: 2, "LIBRARY_FULL": FLOOD - 2}
    assert {answer.status for answer in answers} == {202, 409}
    assert max(seconds) < PATIENCE
    assert_taken_and_read(system, browser, answers, there)


def test_of_one_file_that_comes_many_times_at_once_one_is_taken(system, small, newcomer):
    browser = newcomer(small)

    answers, seconds = flood(browser, stories(1) * 20)

    assert Counter(answer.said for answer in answers) == {202: 1, "BOOK_EXISTS": 19}
    (taken,) = [answer.body["data"] for answer in answers if answer.status == 202]
    assert all(answer.body["details"] == taken for answer in answers if answer.status == 409)
    assert max(seconds) < PATIENCE
    assert_taken_and_read(system, browser, answers, [])


def test_of_a_flood_only_so_many_uploads_an_hour_are_taken_and_refused_ones_do_not_count(
    system, strict, newcomer
):
    browser = newcomer(strict)
    no_books = [b"PK \xd9\x84\xd8\xa7"] * ALLOWED

    refused = [answer for _ in range(3) for answer in flood(browser, no_books)[0]]
    answers, seconds = flood(browser, stories(FLOOD))

    assert Counter(answer.said for answer in refused) == {"NOT_AN_EPUB": 3 * ALLOWED}
    assert Counter(answer.said for answer in answers) == {202: ALLOWED, "TOO_MANY_REQUESTS": FLOOD - ALLOWED}
    for answer in answers:
        if answer.status == 429:
            assert answer.body["details"]["limit"] == "uploads"
            assert 0 < int(answer.headers["Retry-After"]) <= 3600
    assert max(seconds) < PATIENCE
    assert_taken_and_read(system, browser, answers, [])
