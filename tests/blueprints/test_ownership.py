"""Someone else's thing is not there, whatever is asked of it: found from the addresses themselves."""

import pytest

from tests.rows import add_book, add_character, add_chunk, add_job
from tests.visitor import data_of

BODIES = {}
"""What an address that checks its body first must be sent, by endpoint and method; else nothing is."""


@pytest.fixture
def badr(visitor):
    return visitor("badr@example.org")


@pytest.fixture
def ids(badr, arrange):
    """Of what is Badr's, by the names that addresses give them."""

    def make():
        book = add_book(badr.user)
        return {
            "book_id": book.id,
            "chunk_id": add_chunk(book).id,
            "character_id": add_character(book).id,
            "job_id": add_job(badr.user, book).id,
        }

    return arrange(make)


def addresses(app, ids):
    """Each method of each address that has an id in it."""
    urls = app.url_map.bind("localhost")
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/") and rule.arguments & ids.keys():
            url = urls.build(rule.endpoint, {name: ids[name] for name in rule.arguments})
            for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
                yield method, url, BODIES.get((rule.endpoint, method))


def test_what_is_someone_elses_is_not_there(app, amina, badr, ids):
    found = list(addresses(app, ids))

    for method, url, body in found:
        answer = amina.send(method, url, **({"json": body} if body else {}))
        assert (method, url, answer.status_code) == (method, url, 404)
        assert answer.json["error_code"].endswith("_NOT_FOUND")
    assert len(found) >= 6
    assert badr.get(f"/api/books/{ids['book_id']}/").status_code == 200


@pytest.mark.parametrize(
    "path", ["chunks/", "characters/", "characters/relationships/", "characters/appearances/"]
)
def test_lists_of_someone_elses_book_are_not_there(amina, badr, ids, path):
    url = f"/api/{path}?book_id={ids['book_id']}"

    assert badr.get(url).status_code == 200
    assert amina.get(url).json["error_code"] == "BOOK_NOT_FOUND"


@pytest.mark.parametrize("path", ["books/", "jobs/"])
def test_lists_show_ones_own_only(amina, badr, ids, path):
    assert len(data_of(badr.get(f"/api/{path}"))) == 1
    assert data_of(amina.get(f"/api/{path}")) == []


def test_each_address_of_a_thing_wants_a_login(app, stranger, ids):
    for method, url, _ in addresses(app, ids):
        assert stranger.send(method, url).json["error_code"] == "NOT_LOGGED_IN"


OPEN = {
    "/api/auth/login/",
    "/api/auth/password/confirm/",
    "/api/auth/password/reset/",
    "/api/auth/register/",
    "/api/auth/token/refresh/",
    "/api/docs",
    "/api/docs/files/<path:name>",
    "/api/docs/files/start.js",
    "/api/openapi.json",
}
"""What anyone may ask; the refresh token is the login of its address."""


def test_all_of_the_api_wants_a_login_but_what_is_named(app, stranger, ids):
    urls = app.url_map.bind("localhost")
    closed = [
        rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/api") and rule.rule not in OPEN
    ]

    for rule in closed:
        url = urls.build(rule.endpoint, {name: ids[name] for name in rule.arguments})
        for method in rule.methods - {"HEAD", "OPTIONS"}:
            answer = stranger.send(method, url)
            assert (method, url, answer.json["error_code"]) == (method, url, "NOT_LOGGED_IN")
    assert len(closed) > 10
