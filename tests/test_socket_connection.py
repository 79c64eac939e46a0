"""Who may open a socket, and what it may carry, as bytes on the wire show it."""

import pytest

from tests.raw import Wire, running


@pytest.fixture(scope="module")
def port(migrated):
    with running("wsgi.py", DATA_FOLDER=str(migrated), CORS_ORIGINS="https://web.example") as port:
        yield port


POLLING = "GET /socket.io/?EIO=4&transport=polling HTTP/1.1"
WEBSOCKET = (
    "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\nUpgrade: websocket\nConnection: Upgrade\n"
    "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
)


def shake_hands(port, head, *headers):
    """The status of the answer."""
    lines = [*head.split("\n"), "Host: books.example", *headers]
    with Wire(port) as wire:
        wire.send("\r\n".join([*lines, "", ""]))
        return wire.hear_head().status


@pytest.mark.parametrize(
    ("head", "accepted"), [(POLLING, 200), (WEBSOCKET, 101)], ids=["polling", "websocket"]
)
class TestSockets:
    @pytest.mark.parametrize(
        "headers", [[], ["Origin: http://books.example"], ["Origin: https://web.example"]]
    )
    def test_our_pages_named_origins_and_programs_come_in(self, port, head, accepted, headers):
        assert shake_hands(port, head, *headers) == accepted

    @pytest.mark.parametrize(
        "headers",
        [
            ["Origin: https://evil.example"],
            ["Origin: null"],
            ["Origin: https://web.example.evil.example"],
            ["Origin: https://books.example"],
            ["Origin: https://evil.example", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: https"],
        ],
    )
    def test_other_origins_stay_out(self, port, head, accepted, headers):
        assert shake_hands(port, head, *headers) == 400


@pytest.fixture(scope="module")
def proxied(migrated):
    """The port of the web process as it runs behind a proxy that ends HTTPS."""
    settings = {"TRUSTED_PROXIES": "1", "TRUSTED_HOSTS": "books.example", "FORCE_HTTPS": "yes"}
    with running("wsgi.py", DATA_FOLDER=str(migrated), **settings) as port:
        yield port


@pytest.mark.parametrize(
    ("head", "accepted"), [(POLLING, 200), (WEBSOCKET, 101)], ids=["polling", "websocket"]
)
def test_behind_a_proxy_our_origin_is_the_one_it_serves(proxied, head, accepted):
    forwarded = "X-Forwarded-Proto: https"

    own = shake_hands(proxied, head, "Origin: https://books.example", forwarded)
    plain = shake_hands(proxied, head, "Origin: http://books.example", forwarded)
    spoofed = shake_hands(
        proxied, head, "Origin: https://evil.example", forwarded, "X-Forwarded-Host: evil.example"
    )

    assert own == accepted
    assert plain == spoofed == 400


def test_a_page_that_gave_its_name_our_address_stays_out(proxied):
    """DNS rebinding: origin and host agree, but the host is none of ours."""
    head = (
        POLLING
        + "\nHost: evil.example\nOrigin: https://evil.example\nX-Forwarded-Proto: https\nConnection: close"
    )

    with Wire(proxied) as wire:
        wire.send(head.replace("\n", "\r\n") + "\r\n\r\n")
        assert wire.hear().status == 400


@pytest.mark.parametrize(
    "frame",
    [
        b"\x81\xfe" + (20_000).to_bytes(2, "big") + bytes(4) + b"4" * 20_000,
        b"\x81\xff" + (1 << 40).to_bytes(8, "big") + bytes(4),
    ],
    ids=["sent", "claimed"],
)
def test_a_message_over_the_limit_ends_the_connection(port, frame):
    with Wire(port) as wire:
        wire.send("\r\n".join([*WEBSOCKET.split("\n"), "Host: books.example", "", ""]))
        wire.hear_head()
        wire.send(frame)

        assert wire.hear_out().endswith(b"is above length limit of 10000 bytes.")


@pytest.mark.parametrize(
    "packet", ["4" + "2/notifications," + "[" * 9000, "9", "40/notifications," + "[" * 5000, "451-"]
)
def test_a_packet_that_is_none_harms_nobody_else(port, packet):
    payload = packet.encode()
    with Wire(port) as wire:
        wire.send("\r\n".join([*WEBSOCKET.split("\n"), "Host: books.example", "", ""]))
        wire.hear_head()
        wire.send(b"\x81\xfe" + len(payload).to_bytes(2, "big") + bytes(4) + payload)

    assert shake_hands(port, POLLING) == 200
