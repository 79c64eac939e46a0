import pytest
from flask import abort

from bookanalysis.app import create_app
from bookanalysis.blueprints.sockets import open_sockets
from bookanalysis.notifications import NAMESPACE
from tests.scraping import sample, scrape

COUNT = "bookanalysis_http_requests_total"
SECONDS = "bookanalysis_http_request_duration_seconds"


def test_requests_are_counted_by_rule_method_and_status(amina, stranger):
    amina.get("/api/books/?page_size=1")
    amina.get("/api/books/?page_size=2")
    stranger.get("/api/books/")

    found = scrape(stranger.client)

    assert found[sample(COUNT, route="/api/books/", method="GET", status="200")] == 2
    assert found[sample(COUNT, route="/api/books/", method="GET", status="401")] == 1
    assert found[sample(f"{SECONDS}_count", route="/api/books/", method="GET")] == 3
    assert found[sample(f"{SECONDS}_sum", route="/api/books/", method="GET")] > 0


def test_whatever_is_asked_that_is_not_there_shares_one_label(stranger):
    for path in ("/api/wp-admin", "/api/.env", "/api/books/x/y", "/healthz/%00"):
        stranger.get(path)
    stranger.send("BREW", "/healthz")
    stranger.send("BREWED", "/healthz")

    found = scrape(stranger.client)

    assert found[sample(COUNT, route="none", method="GET", status="404")] == 4
    assert found[sample(COUNT, route="none", method="other", status="405")] == 2
    assert {dict(labels)["route"] for name, labels in found if name == COUNT} == {"none"}


def test_whatever_is_asked_of_the_web_app_shares_one_label(stranger):
    for path in ("/wp-admin", "/.env", "/%00", "/assets/gone.js"):
        stranger.get(path)

    found = scrape(stranger.client)

    assert found[sample(COUNT, route="/<path_of_web_app:path>", method="GET", status="404")] == 4


def test_an_id_is_no_label(amina, stranger):
    amina.get("/api/books/6f1d1e0a-0000-4000-8000-000000000001/")
    amina.get("/api/books/6f1d1e0a-0000-4000-8000-000000000002/")

    found = scrape(stranger.client)

    assert found[sample(COUNT, route="/api/books/<uuid:book_id>/", method="GET", status="404")] == 2


def test_what_a_hook_refuses_is_counted_too(app, stranger):
    app.before_request_funcs[None].insert(0, lambda: abort(404))

    stranger.get("/healthz")

    app.before_request_funcs[None].pop(0)
    assert scrape(stranger.client)[sample(COUNT, route="/healthz", method="GET", status="404")] == 1


@pytest.mark.parametrize("is_told", [True, False])
def test_a_mistake_of_ours_is_counted_and_its_request_ends(app, stranger, is_told):
    app.config["PROPAGATE_EXCEPTIONS"] = not is_told
    app.add_url_rule("/broken", view_func=lambda: 1 // 0)

    try:
        stranger.get("/broken")
    except ZeroDivisionError:
        assert not is_told

    found = scrape(stranger.client)
    assert found.get(sample(COUNT, route="/broken", method="GET", status="500")) == (1 if is_told else None)
    assert found[sample("bookanalysis_http_requests_in_progress")] == 1


def test_applications_count_apart(app, config, stranger):
    other = create_app(config).test_client()
    other.get("/healthz")

    assert sample(COUNT, route="/healthz", method="GET", status="200") not in scrape(stranger.client)


def test_open_sockets_are_counted_while_they_are_open(app, config, amina, stranger):
    sockets = open_sockets(app, config, message_queue=None)
    client = sockets.socketio.test_client(app, namespace=NAMESPACE, auth={"token": amina.login.access})
    assert scrape(stranger.client)[sample("bookanalysis_sockets_open")] == 1

    client.disconnect(NAMESPACE)

    assert scrape(stranger.client)[sample("bookanalysis_sockets_open")] == 0
