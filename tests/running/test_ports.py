import socket

import pytest

from bookanalysis.running.errors import AddressNotUsable, PortTaken
from bookanalysis.running.ports import address_of, check_free, free_port


def test_a_free_port_is_none_to_speak_of():
    check_free("127.0.0.1", free_port("127.0.0.1"))


def test_a_taken_port_names_one_that_is_free():
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(PortTaken) as taken:
        check_free("127.0.0.1", server.getsockname()[1])

    check_free("127.0.0.1", taken.value.values["other"])


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("192.0.2.1", 5000)])
def test_an_address_that_is_not_ours_is_refused(host, port):
    with pytest.raises(AddressNotUsable):
        check_free(host, port)


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:80"), ("0.0.0.0", "http://127.0.0.1:80"), ("::1", "http://[::1]:80")],
)
def test_the_address_is_one_that_a_browser_here_can_open(host, address):
    assert address_of(host, 80) == address
