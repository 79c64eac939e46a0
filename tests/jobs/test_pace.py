import subprocess
import sys
from time import time

import pytest
from redis import Redis

from bookanalysis.ai.readers.chat.memory import MemoryBoard
from bookanalysis.ai.readers.errors import QuotaSpent
from bookanalysis.jobs.pace import RedisBoard, shared_pace
from tests.conftest import config_in
from tests.redis_server import running_redis


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with running_redis(tmp_path_factory.mktemp("redis")) as port:
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture
def worker(server, tmp_path):
    """Each call is another worker of the same installation."""
    Redis.from_url(server).flushdb()

    def worker(**settings):
        config = config_in(tmp_path, **{"reader": "gemini", "workers": 4, **settings})
        return shared_pace(config, Redis.from_url(server))

    return worker


@pytest.fixture
def cut_off(tmp_path):
    """A worker whose Redis is away."""

    def cut_off(**settings):
        config = config_in(tmp_path, **{"reader": "gemini", "workers": 4, **settings})
        return shared_pace(config, Redis.from_url(config.redis_url))

    return cut_off


@pytest.fixture
def boards(server):
    Redis.from_url(server).flushdb()
    return [RedisBoard(Redis.from_url(server), "board") for _ in range(2)]


def test_a_deadline_is_seen_by_all_workers(boards):
    first, second = boards
    assert second.get("held") is None

    first.put("held", 1764000000.25)

    assert second.get("held") == 1764000000.25
    assert second.get("closed") is None


def test_the_later_deadline_stays_whoever_writes_last(boards):
    for board in (boards[0], MemoryBoard()):
        board.put("held", 200.0)
        board.put("held", 100.0)
        assert board.get("held") == 200.0

        board.put("held", 300.0)
        assert board.get("held") == 300.0


def test_the_requests_of_a_day_are_counted_for_all_workers(worker):
    first, second = worker(reader_requests_per_day=2), worker(reader_requests_per_day=2)
    first.enter(100)
    second.enter(100)

    with pytest.raises(QuotaSpent) as spent:
        first.enter(100)

    assert spent.value.until.timestamp() > time()


def test_a_quota_that_the_service_called_spent_is_spent_for_all_workers(worker):
    first, second = worker(), worker()

    with pytest.raises(QuotaSpent):
        first.close_for_today()

    with pytest.raises(QuotaSpent):
        second.enter(100)


def test_another_reader_has_a_quota_of_its_own(worker):
    with pytest.raises(QuotaSpent):
        worker(reader="gemini").close_for_today()

    worker(reader="openai:m").enter(100)


def test_a_hold_is_kept_by_all_workers(worker):
    first, second = worker(), worker()
    first.hold(0.4)

    began = time()
    second.enter(100)

    assert time() - began >= 0.35


def test_while_redis_is_away_each_worker_keeps_to_its_share(cut_off):
    pace = cut_off(reader_requests_per_day=8, workers=4)
    pace.enter(100)
    pace.enter(100)

    with pytest.raises(QuotaSpent):
        pace.enter(100)


def test_while_redis_is_away_a_spent_quota_is_known_to_the_worker(cut_off):
    pace = cut_off()
    with pytest.raises(QuotaSpent):
        pace.close_for_today()

    with pytest.raises(QuotaSpent):
        pace.enter(100)


def test_without_limits_of_ours_everybody_enters(worker):
    limits = ("reader_requests_per_minute", "reader_tokens_per_minute", "reader_requests_per_day")

    pace = worker(**dict.fromkeys(limits, 0))

    for _ in range(50):
        pace.enter(1_000_000)


def test_the_readers_own_part_of_the_pace_loads_no_redis():
    program = "import sys, bookanalysis.ai.readers.chat.pace; print('redis' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
