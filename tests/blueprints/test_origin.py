import pytest

from bookanalysis.app import create_app
from bookanalysis.blueprints.origin import check_origin
from tests.conftest import config_in
from tests.visitor import refused

OURS = "http://localhost"


def client_of(app):
    app.add_url_rule("/act", methods=["POST"], view_func=lambda: check_origin() or "done")
    return app.test_client()


@pytest.fixture
def client(app):
    return client_of(app)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": OURS},
        {"Origin": OURS, "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Referer": f"{OURS}/rq/0/view/jobs"},
        {"Origin": "http://localhost:8000", "Host": "localhost:8000"},
        {"Origin": OURS, "Host": "localhost:80"},
    ],
)
def test_our_own_pages_may_act(client, headers):
    assert client.post("/act", headers=headers).text == "done"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": ""},
        {"Origin": "null"},
        {"Origin": "https://localhost"},
        {"Origin": f"{OURS}:8000"},
        {"Origin": f"{OURS}.evil.example"},
        {"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "null", "Referer": f"{OURS}/rq/"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Referer": f"{OURS}/rq/"},
        {"Sec-Fetch-Site": "none"},
        {"Referer": f"http://evil.example/{OURS}/"},
        {"Referer": "http://localhost@evil.example/"},
        {"Referer": "http://[localhost/"},
    ],
)
def test_nobody_elses_may(client, headers):
    refused(client.post("/act", headers=headers), 403, "FOREIGN_ORIGIN")


@pytest.mark.parametrize(("proxies", "origin"), [(1, "https://books.example"), (0, "http://books.example")])
def test_a_trusted_proxy_tells_what_the_browser_sees(migrated, proxies, origin):
    client = client_of(create_app(config_in(migrated, trusted_proxies=proxies)))

    def act(origin):
        proxied = {"Host": "books.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.5"}
        return client.post("/act", headers={**proxied, "Origin": origin})

    other = {"https": "http", "http": "https"}[origin.partition(":")[0]]
    assert act(origin).text == "done"
    refused(act(f"{other}://books.example"), 403, "FOREIGN_ORIGIN")
