"""Who may read the figures, and in which form."""

from dataclasses import replace

import pytest

from bookanalysis.app import create_app
from tests.conftest import config_in
from tests.visitor import refused

TOKEN = "a token for tests"


def ask(client, peer="127.0.0.1", host="127.0.0.1:5000", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get("/metrics", headers={"Host": host, **named}, environ_base={"REMOTE_ADDR": peer})


@pytest.fixture(params=[0, 1])
def client(request, migrated):
    """Of an application that trusts no proxy, and one that trusts one."""
    return create_app(config_in(migrated, trusted_proxies=request.param)).test_client()


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_read_them(client, peer):
    assert ask(client, peer).status_code == 200


@pytest.mark.parametrize("host", ["localhost", "localhost:5000", "127.0.0.1", "[::1]:5000"])
def test_this_machine_goes_by_its_own_names(client, host):
    assert ask(client, host=host).status_code == 200


@pytest.mark.parametrize(
    "host", ["books.example", "books.example:5000", "127.0.0.1.books.example", "x@localhost"]
)
def test_a_page_of_another_name_that_leads_here_may_not(client, host):
    refused(ask(client, host=host), 403, "METRICS_CLOSED")


@pytest.mark.parametrize(
    "peer", ["203.0.113.5", "10.0.0.1", "2001:db8::1", "::ffff:203.0.113.5", "", "unix:"]
)
def test_another_machine_may_not(client, peer):
    refused(ask(client, peer), 403, "METRICS_CLOSED")


@pytest.mark.parametrize(
    "header",
    ["X_Forwarded_For", "X_Forwarded_Proto", "X_Forwarded_Host", "Forwarded", "X_Real_IP", "Via"],
)
@pytest.mark.parametrize("value", ["203.0.113.5", "127.0.0.1", "unknown", ""])
def test_who_comes_through_a_proxy_on_this_machine_may_not(client, header, value):
    refused(ask(client, **{header: value}), 403, "METRICS_CLOSED")


@pytest.fixture
def guarded(migrated):
    return create_app(config_in(migrated, metrics_token=TOKEN)).test_client()


def test_the_token_opens_them_from_anywhere_also_through_a_proxy(guarded):
    through_a_proxy = {"host": "books.example", "X_Forwarded_For": "203.0.113.9"}

    assert ask(guarded, "203.0.113.5", **through_a_proxy, Authorization=f"Bearer {TOKEN}").status_code == 200


def test_where_a_token_is_set_this_machine_needs_none(guarded):
    assert ask(guarded).status_code == 200


@pytest.mark.parametrize(
    "given",
    ["", "Bearer", "Bearer x", "Bearer  ", "Bearer é", f"Bearer {TOKEN}x", f"Basic {TOKEN}", TOKEN],
)
def test_another_token_opens_nothing(guarded, given):
    refused(ask(guarded, "203.0.113.5", Authorization=given), 403, "METRICS_CLOSED")


def test_where_no_token_is_set_none_is_right(client):
    refused(ask(client, "203.0.113.5", Authorization="Bearer "), 403, "METRICS_CLOSED")
    refused(ask(client, "203.0.113.5", Authorization="Bearer x"), 403, "METRICS_CLOSED")


def test_the_token_is_not_shown(config):
    assert TOKEN not in repr(replace(config, metrics_token=TOKEN))


@pytest.mark.parametrize(
    ("accept", "content_type"),
    [
        ("", "text/plain; version=0.0.4; charset=utf-8"),
        ("text/html", "text/plain; version=0.0.4; charset=utf-8"),
        (
            "application/openmetrics-text;version=1.0.0,text/plain;q=0.5",
            "application/openmetrics-text; version=1.0.0",
        ),
    ],
)
def test_they_come_in_the_form_that_is_asked_for(stranger, accept, content_type):
    answer = stranger.client.get("/metrics", headers={"Accept": accept})

    assert answer.content_type.startswith(content_type)
    assert answer.text.endswith("# EOF\n") == ("openmetrics" in accept)


def test_the_document_says_that_they_are_text(stranger):
    told = stranger.get("/api/openapi.json").json["paths"]["/metrics"]["get"]

    assert told["responses"]["200"]["content"] == {"text/plain": {"schema": {"type": "string"}}}
    assert {"200", "403"} <= told["responses"].keys()
    assert told["security"] == [{}, {"metrics token": []}]
