"""One access record a request, and one id through all that a request sets going."""

from dataclasses import replace
from io import BytesIO
from threading import Barrier, Thread

import pytest

from bookanalysis.app import create_app
from bookanalysis.blueprints.access import QUIET
from bookanalysis.models import Book
from tests.epub.builder import Epub, page
from tests.rows import add_book
from tests.visitor import refused


@pytest.fixture
def of_a_proxy(config_with):
    config_with(trusted_proxies=1)


def novel():
    return BytesIO(Epub({"1.xhtml": page("<p>جاء أحمد إلى القرية.</p>")}).build().read())


def test_a_request_leaves_one_record(amina, logged):
    answer = amina.get("/api/books/?q=أحمد")

    (record,) = logged.access
    assert record["level"] == "info"
    assert record["request_id"] == answer.headers["X-Request-ID"]
    assert record["user_id"] == str(amina.user.id)
    assert (record["method"], record["route"], record["path"]) == ("GET", "/api/books/", "/api/books/")
    assert (record["status"], record["bytes"]) == (200, len(answer.data))
    assert record["remote_addr"] == "127.0.0.1"
    assert 0 <= record["ms"] < 10_000


def test_the_query_is_not_told(amina, logged):
    amina.get("/api/books/?token=hidden")

    assert "hidden" not in str(logged.lines)


def test_a_stranger_and_a_wrong_address_are_recorded_too(stranger, logged):
    stranger.get("/nowhere%0A2026%20INFO%20all%20is%20well")

    (record,) = logged.access
    assert (record["status"], record["route"], record["user_id"]) == (404, None, None)
    assert record["path"] == "/nowhere\n2026 INFO all is well"


def test_one_who_asks_next_is_not_taken_for_the_one_before(amina, stranger, logged):
    amina.get("/api/books/")
    stranger.get("/api/docs")

    assert [record["user_id"] for record in logged.access] == [str(amina.user.id), None]


@pytest.mark.parametrize("path", sorted(QUIET))
def test_what_machines_ask_all_the_time_is_told_only_to_those_who_debug(stranger, logged, path):
    stranger.get(path)

    assert [record["level"] for record in logged.access if record["status"] < 500] in (["debug"], [])


def test_each_request_has_an_id_of_its_own(stranger):
    ids = {stranger.get("/healthz").headers["X-Request-ID"] for _ in range(20)}

    assert len(ids) == 20


def test_a_client_cannot_choose_the_id(stranger):
    answer = stranger.client.get("/healthz", headers={"X-Request-ID": "chosen-by-me"})

    assert answer.headers["X-Request-ID"] != "chosen-by-me"


def test_a_trusted_proxy_can(stranger, of_a_proxy):
    answer = stranger.client.get("/healthz", headers={"X-Request-ID": "from-nginx-0123"})

    assert answer.headers["X-Request-ID"] == "from-nginx-0123"


@pytest.mark.parametrize("given", ["short", "x" * 65, "with space 1", "a=b&c=defgh", "معرف-الطلب"])
def test_but_not_with_just_anything(stranger, of_a_proxy, given):
    answer = stranger.client.get("/healthz", headers={"X-Request-ID": given})

    assert answer.headers["X-Request-ID"] != given


def test_requests_at_once_do_not_mix_their_ids(app, visitor, logged):
    guests = [visitor(f"guest{number}@example.org") for number in range(4)]
    together, answers = Barrier(len(guests)), {}

    def ask(guest):
        for _ in range(10):
            together.wait(10)
            answer = guest.get("/api/books/")
            answers[answer.headers["X-Request-ID"]] = str(guest.user.id)

    threads = [Thread(target=ask, args=(guest,)) for guest in guests]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert {record["request_id"]: record["user_id"] for record in logged.access} == answers
    assert len(answers) == 40


def test_a_failure_of_ours_tells_the_id_to_quote(config, logged):
    app = create_app(config)
    app.add_url_rule("/fails", view_func=lambda: 1 / 0)

    answer = app.test_client().get("/fails")

    details = refused(answer, 500, "INTERNAL_ERROR")
    assert details == {"request_id": answer.headers["X-Request-ID"]}
    (failure,) = logged.of("bookanalysis.app")
    assert failure["request_id"] == details["request_id"]
    assert "ZeroDivisionError" in failure["exception"]
    assert [record["level"] for record in logged.access] == ["error"]


def test_the_id_goes_to_the_workers_with_an_upload(amina, enqueued):
    answer = amina.upload(novel())

    assert answer.status_code == 202
    assert [call["meta"] for call in enqueued] == [{"request_id": answer.headers["X-Request-ID"]}]


def test_a_failed_statement_does_not_tell_its_values(app, context):
    book = Book(title="عنوان سري")

    with pytest.raises(Exception, match="NOT NULL") as failure:
        add_book(type("Nobody", (), {"id": None}), title=book.title)

    assert book.title not in str(failure.value)


def test_pages_of_other_sites_may_read_the_id(config):
    site = "https://books.example.org"
    app = create_app(replace(config, cors_origins=(site,)))

    answer = app.test_client().get("/healthz", headers={"Origin": site})

    assert "X-Request-ID" in answer.headers["Access-Control-Expose-Headers"]
