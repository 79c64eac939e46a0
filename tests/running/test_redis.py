import socket
import threading
from contextlib import contextmanager

import pytest

from bookanalysis.running.errors import (
    NotARedis,
    NotARedisUrl,
    RedisDoesNotAnswer,
    RedisRefuses,
    RedisWantsPassword,
)
from bookanalysis.running.ports import free_port
from bookanalysis.running.redis import redis_command
from tests.redis_server import running_redis


@contextmanager
def something_else():
    """A server that answers everybody with a web page."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve():
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    client.recv(1000)
                    client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1]
        server.shutdown(socket.SHUT_RDWR)


def test_a_redis_that_answers_is_used(tmp_path):
    with running_redis(tmp_path / "one") as port:
        assert redis_command(f"redis://127.0.0.1:{port}/0", tmp_path / "two") is None


def test_one_is_started_where_none_answers_and_only_for_this_machine(tmp_path):
    command = redis_command(f"redis://localhost:{free_port('127.0.0.1')}/0", tmp_path / "redis")

    assert command[command.index("--bind") + 1] == "127.0.0.1"
    assert command[command.index("--appendonly") + 1] == "yes"
    assert command[command.index("--dir") + 1] == str(tmp_path / "redis")


def test_an_absent_redis_on_another_machine_is_not_replaced(tmp_path):
    with pytest.raises(RedisDoesNotAnswer):
        redis_command(f"redis://127.0.0.2:{free_port('127.0.0.1')}/0", tmp_path)


def test_a_redis_that_wants_a_password_is_said_to(tmp_path):
    with running_redis(tmp_path / "redis", "--requirepass", "secret") as port:
        with pytest.raises(RedisWantsPassword):
            redis_command(f"redis://127.0.0.1:{port}/0", tmp_path)
        with pytest.raises(RedisWantsPassword) as wrong:
            redis_command(f"redis://:guess@127.0.0.1:{port}/0", tmp_path)
        assert redis_command(f"redis://:secret@127.0.0.1:{port}/0", tmp_path) is None

    assert "guess" not in wrong.value.en + wrong.value.ar


def test_a_number_that_the_redis_has_not_is_told_in_its_words(tmp_path):
    with running_redis(tmp_path / "redis") as port, pytest.raises(RedisRefuses, match="DB index"):
        redis_command(f"redis://127.0.0.1:{port}/99", tmp_path)


def test_another_program_is_not_taken_for_a_redis(tmp_path):
    with something_else() as port, pytest.raises(NotARedis):
        redis_command(f"redis://127.0.0.1:{port}/0", tmp_path)


@pytest.mark.parametrize("url", ["http://127.0.0.1:6379", "localhost:6379", "redis://127.0.0.1:port/0"])
def test_an_address_of_something_else_is_no_redis_address(tmp_path, url):
    with pytest.raises(NotARedisUrl):
        redis_command(url, tmp_path)
