"""Lists are one's own, and no address is open that is not named: seen from the addresses themselves."""

import pytest

from tests.rows import add_book, add_character, add_chunk, add_job
from tests.visitor import data_of


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


@pytest.mark.parametrize("path", ["books/", "jobs/"])
def test_lists_show_ones_own_only(amina, badr, ids, path):
    assert len(data_of(badr.get(f"/api/{path}"))) == 1
    assert data_of(amina.get(f"/api/{path}")) == []


OPEN = {
    "/api/auth/login/",
    "/api/auth/password/confirm/",
    "/api/auth/password/reset/",
    "/api/auth/register/",
    "/api/auth/token/refresh/",
    "/api/docs",
    "/api/docs/files/<path:name>",
    "/api/docs/files/start.js",
    "/api/limits/",
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
