"""Whose budget it is: the user of a good token, else the address, which nobody chooses for himself."""

from datetime import timedelta

import jwt
import pytest
from flask_jwt_extended import create_access_token

from bookanalysis.app import create_app
from bookanalysis.blueprints.budgets import client_network
from bookanalysis.rates import read_rates
from tests.conftest import config_in
from tests.visitor import refused

BOOKS = "/api/books/"
REAL = "198.51.100.7"
PROXY = "192.0.2.1"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("a proxy's mistake", "unknown"),
        (None, "unknown"),
    ],
)
def test_a_client_is_its_address_or_its_network(app, address, network):
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert client_network() == network


@pytest.fixture
def behind(migrated):
    """A client of an application with so many trusted proxies and a budget of two an address."""

    def behind(proxies):
        config = config_in(migrated, trusted_proxies=proxies, rate_anonymous=read_rates("2/hour"))
        client = create_app(config).test_client()

        def ask(forwarded, peer=PROXY):
            headers = [("X-Forwarded-For", each) for each in forwarded]
            return client.get(BOOKS, headers=headers, environ_base={"REMOTE_ADDR": peer}).status_code

        return ask

    return behind


def test_without_a_proxy_nobody_says_another_address(behind):
    ask = behind(0)

    assert [ask([f"203.0.113.{number}"], peer=REAL) for number in range(3)] == [401, 401, 429]


@pytest.mark.parametrize(
    ("proxies", "after_the_forged"), [(1, REAL), (2, f"{REAL}, {PROXY}"), (1, f"203.0.113.99, {REAL}")]
)
def test_behind_proxies_what_the_client_says_itself_is_not_believed(behind, proxies, after_the_forged):
    ask = behind(proxies)

    answers = [ask([f"203.0.113.{number}, {after_the_forged}"]) for number in range(3)]

    assert answers == [401, 401, 429]


def test_a_forged_header_of_its_own_is_not_believed_either(behind):
    ask = behind(1)

    assert [ask([f"203.0.113.{number}", REAL]) for number in range(3)] == [401, 401, 429]


@pytest.mark.parametrize(("proxies", "rest"), [(1, ""), (2, f", {PROXY}")])
def test_clients_behind_one_proxy_have_a_budget_each(behind, proxies, rest):
    ask = behind(proxies)

    assert [ask([f"198.51.100.{number}{rest}"]) for number in (1, 1, 1, 2, 2, 2)] == [401, 401, 429] * 2


@pytest.fixture
def token(app, amina):
    """Tokens of amina's, good and bad."""
    with app.app_context():
        claims = {"additional_claims": {"sid": "x"}}
        expired = create_access_token("x", expires_delta=timedelta(seconds=-1), **claims)
    header, payload, signature = amina.login.access.split(".")
    known = jwt.decode(amina.login.access, options={"verify_signature": False})
    return {
        "expired": expired,
        "refresh": amina.login.refresh,
        "forged": jwt.encode(known, "another key that is long enough for it", algorithm="HS256"),
        "unsigned": jwt.encode(known, None, algorithm="none"),
        "changed": f"{header}.{payload}.{'A' if signature[0] != 'A' else 'B'}{signature[1:]}",
        "nonsense": "x",
        "empty": "",
    }


@pytest.mark.parametrize("kind", ["expired", "refresh", "forged", "unsigned", "changed", "nonsense", "empty"])
def test_a_token_that_is_no_good_counts_to_the_address(token, stranger, config_with, kind):
    config_with(rate_anonymous=read_rates("2/hour"))
    headers = {"Authorization": f"Bearer {token[kind]}"}

    answers = [stranger.send("GET", BOOKS, headers=headers) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [401, 401, 429]
    assert refused(answers[2], 429, "TOO_MANY_REQUESTS")["limit"] == "anonymous"


def test_a_good_token_counts_to_its_user_also_once_its_session_has_ended(amina, config_with):
    config_with(rate_users=read_rates("2/hour"), rate_anonymous=read_rates("1/hour"))

    amina.post("/api/auth/logout/")

    refused(amina.get(BOOKS), 401, "SESSION_ENDED")
    assert refused(amina.get(BOOKS), 429, "TOO_MANY_REQUESTS")["limit"] == "users"
