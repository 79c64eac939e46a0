"""How much is used up, in Redis, in a process's memory, and while Redis comes and goes."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest
from redis import Redis

from bookanalysis import tally
from bookanalysis.rates import Rate
from bookanalysis.tally import MOST_COUNTS, OwnTally, RedisTally, open_tally
from tests.redis_server import running_redis

THREE = (Rate(3, 60),)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running_redis(tmp_path_factory.mktemp("redis")) as port:
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture(params=["in Redis", "in memory"])
def counts(request, server):
    Redis.from_url(server).flushdb()
    return RedisTally(server) if request.param == "in Redis" else OwnTally()


def passes(counts, name, rates, times):
    return [counts.take(name, rates) == 0 for _ in range(times)]


def test_so_many_pass_and_the_next_waits_for_the_end_of_the_window(counts):
    assert passes(counts, "أمينة", THREE, 3) == [True, True, True]

    assert 59 < counts.take("أمينة", THREE) <= 60


def test_each_name_has_its_own(counts):
    passes(counts, "أمينة", THREE, 3)

    assert counts.take("بدر", THREE) == 0


def test_a_window_begins_with_the_first_and_ends_whatever_is_asked_meanwhile(counts):
    passes(counts, "أمينة", (Rate(1, 1),), 1)
    time.sleep(0.5)
    wait = counts.take("أمينة", (Rate(1, 1),))
    assert 0 < wait <= 0.5

    time.sleep(wait + 0.05)

    assert passes(counts, "أمينة", (Rate(1, 1),), 2) == [True, False]


def test_the_longest_wait_is_told_and_what_is_refused_is_not_counted(counts):
    both = (Rate(1, 1), Rate(2, 60))
    assert passes(counts, "أمينة", both, 3) == [True, False, False]
    time.sleep(1.05)

    assert counts.take("أمينة", both) == 0

    assert 57 < counts.take("أمينة", both) <= 59


def test_what_is_given_back_may_be_taken_again_and_no_more(counts):
    passes(counts, "أمينة", THREE, 5)

    counts.give_back("أمينة", THREE)

    assert passes(counts, "أمينة", THREE, 2) == [True, False]


def test_nothing_is_given_back_to_who_took_nothing(counts):
    counts.give_back("أمينة", THREE)

    assert passes(counts, "أمينة", THREE, 4) == [True, True, True, False]


def test_of_those_who_ask_at_once_exactly_so_many_pass(counts):
    with ThreadPoolExecutor(8) as pool:
        waits = list(pool.map(lambda _: counts.take("أمينة", (Rate(20, 60),)), range(60)))

    assert sum(wait == 0 for wait in waits) == 20


def test_processes_with_one_redis_share_what_is_left(server):
    Redis.from_url(server).flushdb()

    assert [open_tally(server).take("أمينة", THREE) == 0 for _ in range(4)] == [True, True, True, False]


def test_redis_keeps_nothing_after_the_window(server):
    redis = Redis.from_url(server)
    redis.flushdb()

    RedisTally(server).take("أمينة", (Rate(3, 60), Rate(9, 3600)))

    assert [0 < redis.ttl(key) <= 3600 for key in redis.scan_iter()] == [True, True]


def test_a_flood_of_names_does_not_fill_the_memory():
    counts = OwnTally()

    for number in range(MOST_COUNTS + 100):
        counts.take(str(number), THREE)

    assert len(counts._counts) <= MOST_COUNTS


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

    assert passes(counts, "أمينة", (Rate(100, 60),), 101) == [True] * 100 + [False]

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
            raise tally.RedisError

    counts = tally.SharedTally(Slow(), OwnTally())
    counts._leave_alone(tally.RedisError())
    monkeypatch.setattr(tally, "LOOK_EVERY", 60.0)
    looks = Thread(target=counts.take, args=("أمينة", THREE))
    looks.start()
    asked.wait(5)

    assert counts._is_left_alone()

    answer.set()
    looks.join()
