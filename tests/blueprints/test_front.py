"""What a request must be before anyone looks at what it asks for."""

from dataclasses import replace

import pytest

from bookanalysis.app import create_app
from tests.visitor import refused

HOST = "books.example.org"


@pytest.fixture
def client(config):
    """Of an application with these settings."""
    return lambda **settings: create_app(replace(config, **settings)).test_client()


def forwarded(scheme, address="203.0.113.7"):
    return {"X-Forwarded-Proto": scheme, "X-Forwarded-For": address}


@pytest.mark.parametrize("path", ["/api/books/", "/api/docs", "/", "/nothing"])
@pytest.mark.parametrize(
    "host", ["evil.example", "books.example.org.evil.example", "evil.example:443", "a@b"]
)
def test_a_request_for_another_host_is_refused(client, path, host):
    answer = client(trusted_hosts=(HOST,)).get(path, headers={"Host": host})

    refused(answer, 400, "WRONG_HOST")
    assert host not in answer.text


@pytest.mark.parametrize("host", [HOST, f"{HOST}:8443", "ar.books.example.org", "Books.Example.ORG"])
def test_a_request_for_our_host_is_answered(client, host):
    client = client(trusted_hosts=(f".{HOST}",))

    assert client.get("/api/docs", headers={"Host": host}).status_code == 200


def test_a_forwarded_host_is_believed_from_nobody(client):
    client = client(trusted_hosts=(HOST,), trusted_proxies=1)
    headers = {"Host": "evil.example", "X-Forwarded-Host": HOST}

    refused(client.get("/api/books/", headers=headers), 400, "WRONG_HOST")


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_load_balancers_ask_by_address_and_over_http(client, path):
    client = client(trusted_hosts=(HOST,), force_https=True)

    assert client.get(path, headers={"Host": "10.0.0.7:5000"}).json["en"]


def test_who_comes_over_http_is_sent_to_https_with_the_whole_address(client):
    answer = client(force_https=True).get("/api/books/?q=احمد&page=2", headers={"Host": HOST})

    assert answer.status_code == 308
    assert answer.headers["Location"] == f"https://{HOST}/api/books/?q=%D8%A7%D8%AD%D9%85%D8%AF&page=2"


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/%0d%0aSet-Cookie:x=1"])
def test_a_redirect_stays_on_the_host_whatever_the_path(client, path):
    answer = client(force_https=True).get(path, headers={"Host": HOST})

    assert answer.headers["Location"].startswith(f"https://{HOST}/")
    assert "Set-Cookie" not in answer.headers


def test_a_redirect_to_a_host_that_is_none_is_refused(client):
    refused(client(force_https=True).get("/x", headers={"Host": "a b"}), 400, "WRONG_HOST")


def test_the_scheme_is_believed_from_trusted_proxies_only(client):
    behind = client(force_https=True, trusted_proxies=1)
    alone = client(force_https=True)

    assert behind.get("/api/docs", headers=forwarded("https")).status_code == 200
    assert behind.get("/api/docs", headers=forwarded("http")).status_code == 308
    assert alone.get("/api/docs", headers=forwarded("https")).status_code == 308


def test_of_several_schemes_the_nearest_proxys_counts(client):
    answer = client(force_https=True, trusted_proxies=1).get("/x", headers=forwarded("https, http"))

    assert answer.status_code == 308


def test_cookies_go_over_https_only_where_https_is_forced(client):
    settings = client(force_https=True).application.config

    assert settings["JWT_COOKIE_SECURE"] is True
    assert client().application.config["JWT_COOKIE_SECURE"] is False


@pytest.mark.parametrize("path", ["/api/auth/login/", "/api/books/"])
@pytest.mark.parametrize("coding", ["chunked", "gzip, chunked", "identity"])
def test_a_body_of_unknown_length_is_refused(client, path, coding):
    refused(client().post(path, headers={"Transfer-Encoding": coding}), 411, "LENGTH_REQUIRED")


def test_named_origins_may_read_what_clients_need(client):
    client = client(cors_origins=("https://web.example",))

    answer = client.get("/api/books/", headers={"Origin": "https://web.example"})

    exposed = set(answer.headers["Access-Control-Expose-Headers"].split(", "))
    assert exposed == {"Content-Disposition", "Retry-After", "X-Request-ID"}
    assert answer.headers["Access-Control-Allow-Credentials"] == "true"


@pytest.mark.parametrize(
    "origin", ["https://webxexample", "https://web.example.evil.org", "http://web.example", "null"]
)
def test_an_origin_that_is_only_like_a_named_one_may_not(client, origin):
    answer = client(cors_origins=("https://web.example",)).get("/api/books/", headers={"Origin": origin})

    assert "Access-Control-Allow-Origin" not in answer.headers


def test_pages_are_for_no_other_origin(client):
    client = client(cors_origins=("https://web.example",))

    answer = client.get("/nothing", headers={"Origin": "https://web.example"})

    assert "Access-Control-Allow-Origin" not in answer.headers
