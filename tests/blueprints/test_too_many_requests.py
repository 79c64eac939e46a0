"""What is said beyond a limit, and who counts together."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from redis import Redis

from bookanalysis.app import create_app
from bookanalysis.rates import read_rates
from tests.conftest import config_in
from tests.epub.builder import Epub, page
from tests.redis_server import running_redis
from tests.visitor import Visitor, refused

LOGIN = "/api/auth/login/"
BOOKS = "/api/books/"
AN_HOUR = 60 * 60


@pytest.fixture
def config(config, empty_redis):
    return config_in(config.data_folder, redis_url=empty_redis)


def statuses(ask, times):
    return [ask().status_code for _ in range(times)]


def epub(text):
    return Epub({"c1.xhtml": page(f"<p>{text}</p>")}).build()


def test_the_refusal_says_when_to_try_again_and_that_is_true(amina, config_with):
    config_with(rate_users=read_rates("1/2 seconds"))
    begin = time.monotonic()
    accepted, answer = amina.get(BOOKS), amina.get(BOOKS)

    seconds = int(answer.headers["Retry-After"])

    assert refused(answer, 429, "TOO_MANY_REQUESTS") == {"limit": "users", "retry_after": seconds}
    assert "2 seconds" in answer.json["en"]
    assert "ثانيتين" in answer.json["ar"]
    assert seconds == 2
    assert "Retry-After" not in accepted.headers
    time.sleep(max(0, begin + seconds - time.monotonic()) + 0.05)
    assert amina.get(BOOKS).status_code == 200


def test_of_several_rates_the_one_that_lasts_longest_is_told(amina, config_with):
    config_with(rate_users=read_rates("1/minute; 1/hour"))

    amina.get(BOOKS)

    assert int(amina.get(BOOKS).headers["Retry-After"]) in (AN_HOUR - 1, AN_HOUR)


def test_another_site_may_read_when_to_try_again(migrated, empty_redis):
    settings = {"cors_origins": ("https://books.example",), "redis_url": empty_redis}
    client = create_app(config_in(migrated, **settings)).test_client()

    answer = client.get(BOOKS, headers={"Origin": "https://books.example"})

    assert "Retry-After" in answer.headers["Access-Control-Expose-Headers"]


def test_two_web_processes_share_one_budget(app, amina, config):
    processes = [
        create_app(config_in(config.data_folder, redis_url=config.redis_url, rate_users=read_rates("3/hour")))
        for _ in range(2)
    ]
    visits = [Visitor(process, amina.login) for process in (*processes, *processes)]

    assert [visit.get(BOOKS).status_code for visit in visits] == [200, 200, 200, 429]


def test_of_requests_at_once_exactly_so_many_pass(amina, config_with):
    config_with(rate_users=read_rates("5/hour"))

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: amina.get(BOOKS).status_code, range(12)))

    assert sorted(answers) == [200] * 5 + [429] * 7


def test_of_uploads_at_once_exactly_so_many_are_kept(amina, config_with):
    config_with(rate_uploads=read_rates("2/hour"))

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda number: amina.upload(epub(f"كتاب {number}")).status_code, range(6)))

    assert sorted(answers) == [202] * 2 + [429] * 4


def test_redis_stops_and_comes_back_and_nobody_gets_an_error(app, amina, config_with, tmp_path, monkeypatch):
    monkeypatch.setattr("bookanalysis.tally.LOOK_EVERY", 0.1)
    config_with(rate_users=read_rates("2/hour"))
    folder = tmp_path / "another"
    folder.mkdir()
    with running_redis(folder) as port:
        other = create_app(
            config_in(app.config["BOOKANALYSIS"].data_folder, redis_url=f"redis://127.0.0.1:{port}")
        )
        app.extensions["tally"] = other.extensions["tally"]
        assert statuses(lambda: amina.get(BOOKS), 3) == [200, 200, 429]

    assert statuses(lambda: amina.get(BOOKS), 3) == [200, 200, 429]

    with running_redis(folder, port=port):
        time.sleep(0.15)
        amina.get(BOOKS)
        assert len(list(Redis(port=port).scan_iter("bookanalysis:limits:*users:*"))) == 1


def test_every_endpoint_that_counts_is_documented_to_refuse_so(stranger):
    document = stranger.get("/api/openapi.json").json

    answers = {
        (path, method): operation["responses"].get("429")
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if method != "parameters"
    }

    documented = {path for path, _ in (key for key, answer in answers.items() if answer)}
    assert documented == {path for path, _ in answers if path.startswith("/api/")} - {"/api/limits/"}
    assert {answer["$ref"] for answer in answers.values() if answer} == {
        "#/components/responses/TooManyRequests"
    }
    refusal = document["components"]["responses"]["TooManyRequests"]
    assert refusal["headers"]["Retry-After"]["schema"] == {"type": "integer", "minimum": 1}
    assert refusal["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/Refusal"}
