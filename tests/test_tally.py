"""How much is used up, in Redis, in a process's memory, and while Redis comes and goes."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest
from limits.storage import MemoryStorage
from redis import Redis, RedisError

from bookanalysis import tally
from bookanalysis.rates import read_rates
from bookanalysis.tally import SharedTally, Tally, open_tally, redis_storage
from tests.redis_server import running_redis

THREE = read_rates("3/minute")
ONE = read_rates("1/second")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running_redis(tmp_path_factory.mktemp("redis")) as port:
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture(params=["in Redis", "in memory"])
def counts(request, server):
    Redis.from_url(server).flushdb()
    return Tally(redis_storage(server) if request.param == "in Redis" else MemoryStorage())


def passes(counts, name, rates, times):
    return [counts.take(name, rates) == 0 for _ in range(times)]


def test_so_many_pass_and_the_next_waits_for_the_end_of_the_window(counts):
    assert passes(counts, "أمينة", THREE, 3) == [True, True, True]

    assert counts.take("أمينة", THREE) in (59, 60)


def test_each_name_has_its_own(counts):
    passes(counts, "أمينة", THREE, 3)

    assert counts.take("بدر", THREE) == 0


def test_a_window_begins_with_the_first_and_ends_whatever_is_asked_meanwhile(counts):
    passes(counts, "أمينة", ONE, 1)
    time.sleep(0.5)
    assert counts.take("أمينة", ONE) == 1

    time.sleep(0.55)

    assert passes(counts, "أمينة", ONE, 2) == [True, False]


def test_what_one_rate_refuses_the_others_do_not_count(counts):
    both = read_rates("2/minute; 1/second")
    assert passes(counts, "أمينة", both, 4) == [True, False, False, False]
    time.sleep(1.1)

    assert counts.take("أمينة", both) == 0

    time.sleep(1.1)
    assert 55 < counts.take("أمينة", both) < 60


def test_what_is_given_back_may_be_taken_again_and_no_more(counts):
    passes(counts, "أمينة", THREE, 5)

    counts.give_back("أمينة", THREE)

    assert passes(counts, "أمينة", THREE, 2) == [True, False]


def test_of_those_who_ask_at_once_exactly_so_many_pass(counts):
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: counts.take("أمينة", read_rates("20/minute")), range(60)))

    assert sum(wait == 0 for wait in waits) == 20


def test_processes_with_one_redis_share_what_is_left(server):
    Redis.from_url(server).flushdb()

    assert [open_tally(server).take("أمينة", THREE) == 0 for _ in range(4)] == [True, True, True, False]


def test_redis_keeps_nothing_after_the_window(server):
    redis = Redis.from_url(server)
    redis.flushdb()

    Tally(redis_storage(server)).take("أمينة", read_rates("3/minute; 9/hour"))

    assert [0 < redis.ttl(key) <= 3600 for key in redis.scan_iter()] == [True, True]


def test_requests_go_on_while_redis_is_away_and_return_to_it(tmp_path, monkeypatch):
    monkeypatch.setattr(tally, "LOOK_EVERY", 0.1)
    with running_redis(tmp_path) as port:
        counts = open_tally(f"redis://127.0.0.1:{port}/0")
        passes(counts, "أمينة", THREE, 3)

    assert passes(counts, "أمينة", THREE, 4) == [True, True, True, False]

    with running_redis(tmp_path, port=port):
        time.sleep(0.15)
        assert counts.take("بدر", THREE) == 0
        assert len(Redis(port=port).keys("*بدر*")) == 1


@pytest.fixture
def hanging():
    """The address of a Redis that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0), backlog=100) as silent:
        yield f"redis://127.0.0.1:{silent.getsockname()[1]}/0"


def test_a_redis_that_hangs_costs_one_wait_and_not_one_each(hanging):
    counts = open_tally(hanging)
    begin = time.monotonic()

    assert passes(counts, "أمينة", read_rates("100/minute"), 101) == [True] * 100 + [False]

    assert time.monotonic() - begin < tally.PATIENCE + 0.4


def test_those_who_ask_when_redis_begins_to_hang_are_all_counted(hanging):
    counts = open_tally(hanging)

    with ThreadPoolExecutor(10) as pool:
        waits = list(pool.map(lambda _: counts.take("أمينة", THREE), range(10)))

    assert sum(wait == 0 for wait in waits) == 3


def test_one_looks_whether_redis_is_back_while_the_others_go_on(monkeypatch):
    monkeypatch.setattr(tally, "LOOK_EVERY", 0.0)
    asked, answer = Event(), Event()

    class Slow:
        def take(self, _name, _rates):
            if asked.is_set():
                return 0
            asked.set()
            answer.wait(5)
            raise RedisError

    counts = SharedTally(Slow(), Tally(MemoryStorage()))
    counts._leave_alone(RedisError())
    monkeypatch.setattr(tally, "LOOK_EVERY", 60.0)
    looks = Thread(target=counts.take, args=("أمينة", THREE))
    looks.start()
    asked.wait(5)

    assert counts._is_left_alone()

    answer.set()
    looks.join()
