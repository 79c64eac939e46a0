"""Who may ask how often, and what does not count."""

import time
from io import BytesIO

import pytest
from sqlalchemy import event

from bookanalysis.extensions import db
from bookanalysis.rates import read_rates
from tests.conftest import config_in
from tests.epub.builder import Epub, page
from tests.rows import add_book
from tests.visitor import refused

LOGIN = "/api/auth/login/"
BOOKS = "/api/books/"
AN_HOUR = 60 * 60


@pytest.fixture
def config(config, empty_redis):
    return config_in(config.data_folder, redis_url=empty_redis)


@pytest.fixture
def badr(visitor):
    return visitor("badr@example.org")


def statuses(ask, times):
    return [ask().status_code for _ in range(times)]


def epub(text):
    return Epub({"c1.xhtml": page(f"<p>{text}</p>")}).build()


def test_an_address_has_one_budget_for_all_endpoints(stranger, config_with):
    config_with(rate_anonymous=read_rates("3/hour"))

    assert statuses(lambda: stranger.get(BOOKS), 2) == [401, 401]
    assert statuses(lambda: stranger.post(LOGIN, json={}), 2) == [422, 429]
    assert statuses(lambda: stranger.get("/api/nothing/"), 1) == [429]


def test_a_user_has_one_budget_for_all_endpoints(amina, badr, config_with):
    config_with(rate_users=read_rates("3/hour"))

    assert statuses(lambda: amina.get(BOOKS), 2) == [200, 200]
    assert statuses(lambda: amina.get("/api/jobs/"), 2) == [200, 429]
    assert badr.get(BOOKS).status_code == 200


def test_a_user_and_a_stranger_at_one_address_do_not_share(amina, stranger, config_with):
    config_with(rate_users=read_rates("1/hour"), rate_anonymous=read_rates("1/hour"))

    assert statuses(lambda: amina.get(BOOKS), 2) == [200, 429]
    assert statuses(lambda: stranger.get(BOOKS), 2) == [401, 429]


REFRESH = "/api/auth/token/refresh/"


def test_a_refresh_counts_to_its_user(amina, stranger, config_with):
    config_with(rate_anonymous=read_rates("1/hour"))
    stranger.client.set_cookie("refresh_token_cookie", amina.login.refresh, path="/api/auth/")
    statuses(lambda: stranger.get(BOOKS), 1)

    assert stranger.post(REFRESH).status_code == 401  # without the CSRF header, but counted to Amina
    assert stranger.get(BOOKS).status_code == 429


@pytest.mark.parametrize("token", ["refresh", "access"])
def test_a_token_that_is_not_asked_for_does_not_say_who_asks(amina, stranger, config_with, token):
    config_with(rate_anonymous=read_rates("1/hour"))
    path = {"refresh": LOGIN, "access": REFRESH}[token]
    headers = {"Authorization": f"Bearer {getattr(amina.login, token)}"}

    assert stranger.post(path, json={}, headers=headers).status_code != 429
    assert stranger.post(path, json={}, headers=headers).status_code == 429


def test_character_queries_have_a_budget_within_the_users(amina, badr, arrange, config_with):
    config_with(rate_characters=read_rates("2/hour"))
    book = arrange(add_book, amina.user)
    of_book = f"?book_id={book.id}"

    assert amina.get(f"/api/characters/{of_book}").status_code == 200
    assert amina.get(f"/api/characters/relationships/{of_book}").status_code == 200
    assert refused(amina.get(f"/api/characters/appearances/{of_book}"), 429, "TOO_MANY_REQUESTS")
    assert amina.get(BOOKS).status_code == 200
    assert badr.get("/api/characters/").status_code == 422


def test_a_user_may_upload_so_many_books(amina, badr, config_with):
    config_with(rate_uploads=read_rates("2/hour"))

    assert statuses(lambda: amina.upload(epub(str(time.monotonic()))), 3) == [202, 202, 429]
    assert amina.get(BOOKS).status_code == 200
    assert badr.upload(epub("كتاب")).status_code == 202


def test_an_upload_that_is_refused_does_not_count_as_one(amina, config_with):
    config_with(rate_uploads=read_rates("2/hour"))
    amina.upload(epub("كتاب"))

    assert amina.upload(epub("كتاب")).status_code == 409
    assert amina.post(BOOKS, data={"title": "بلا ملف"}).status_code == 422

    assert statuses(lambda: amina.upload(epub(str(time.monotonic()))), 2) == [202, 429]


def test_an_upload_beyond_the_limit_is_refused_unread_and_unasked(app, amina, config_with):
    config_with(rate_uploads=read_rates("1/hour"))
    amina.upload(epub("كتاب"))
    asked = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *args: asked.append(args[2]))

    class Unread(BytesIO):
        def read(self, *_):
            raise AssertionError("read")

    answer = amina.post(
        BOOKS,
        input_stream=Unread(),
        environ_overrides={"CONTENT_LENGTH": "1000000"},
        content_type="multipart/form-data; boundary=x",
    )

    assert refused(answer, 429, "TOO_MANY_REQUESTS")["limit"] == "uploads"
    assert asked == []


def test_a_stranger_uses_up_nobodys_uploads(app, amina, stranger, config_with):
    config_with(rate_uploads=read_rates("1/hour"))

    assert statuses(lambda: stranger.upload(epub("كتاب")), 3) == [401, 401, 401]
    assert amina.upload(epub("كتاب")).status_code == 202


def test_password_resets_are_counted_by_address_whoever_asks(amina, stranger, config_with):
    config_with(rate_password_resets=read_rates("2/hour"))

    def ask(visitor):
        return visitor.post("/api/auth/password/reset/", json={"email": "amina@example.org"})

    assert ask(amina).status_code == 200
    assert statuses(lambda: ask(stranger), 2) == [200, 429]
    assert ask(amina).status_code == 429
    assert amina.get(BOOKS).status_code == 200


def test_who_has_asked_for_a_code_may_still_use_it(stranger, config_with):
    config_with(rate_password_resets=read_rates("1/hour"))
    stranger.post("/api/auth/password/reset/", json={"email": "amina@example.org"})

    answers = statuses(lambda: stranger.post("/api/auth/password/confirm/", json={}), 2)

    assert answers == [422, 429]


@pytest.mark.parametrize(
    "path",
    [
        "/healthz",
        "/api/docs/",
        "/api/docs/files/swagger-ui.css",
        "/api/openapi.json",
        "/api/limits/",
        "/",
        "/favicon.ico",
    ],
)
def test_health_what_is_the_same_for_all_and_what_is_no_api_do_not_count(stranger, config_with, path):
    config_with(rate_anonymous=read_rates("1/hour"))

    assert 429 not in statuses(lambda: stranger.get(path), 3)
    assert stranger.get(BOOKS).status_code == 401


def test_a_browsers_question_before_the_request_does_not_count(stranger, config_with):
    config_with(rate_anonymous=read_rates("1/hour"))

    assert statuses(lambda: stranger.send("OPTIONS", BOOKS), 3) == [200, 200, 200]
    assert stranger.get(BOOKS).status_code == 401


@pytest.mark.parametrize("limit", ["users", "anonymous", "uploads", "characters"])
def test_no_limit_is_no_limit(amina, stranger, config_with, limit):
    config_with(**{f"rate_{limit}": ()})

    assert statuses(lambda: amina.get("/api/characters/"), 3) == [422, 422, 422]
    assert statuses(lambda: stranger.get(BOOKS), 3) == [401, 401, 401]
