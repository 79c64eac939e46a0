from dataclasses import replace

import pytest
from redis import Redis
from rq import Queue, SimpleWorker
from rq.serializers import JSONSerializer

from bookanalysis.app import create_app
from bookanalysis.extensions import QueueName, db
from tests.redis_server import running_redis
from tests.scraping import sample, scrape


@pytest.fixture
def redis(tmp_path):
    with running_redis(tmp_path) as port, Redis(port=port) as redis:
        yield redis


@pytest.fixture
def client(config, redis):
    port = redis.connection_pool.connection_kwargs["port"]
    app = create_app(replace(config, redis_url=f"redis://127.0.0.1:{port}/0"))
    yield app.test_client()
    with app.app_context():
        db.engine.dispose()


def queue(redis, name=QueueName.AI_PROCESSING):
    return Queue(name.value, connection=redis, serializer=JSONSerializer)


def test_what_waits_and_what_failed_is_counted_in_each_queue(client, redis):
    reading = queue(redis)
    reading.enqueue("os.no_such_function")
    SimpleWorker([reading], connection=redis, serializer=JSONSerializer).work(burst=True)
    reading.enqueue("os.getpid")
    reading.enqueue("os.getpid")
    queue(redis, QueueName.EMAIL).enqueue("os.getpid")

    found = scrape(client)

    assert found[sample("bookanalysis_redis_up")] == 1
    assert found[sample("bookanalysis_queue_length", queue="ai_processing")] == 2
    assert found[sample("bookanalysis_queue_length", queue="email")] == 1
    assert found[sample("bookanalysis_queue_failed", queue="ai_processing")] == 1
    assert found[sample("bookanalysis_queue_failed", queue="email")] == 0


def test_workers_that_fell_silent_are_not_counted(client, redis):
    alive, dead = (SimpleWorker([queue(redis)], connection=redis, name=name) for name in ("alive", "dead"))
    for worker in (alive, dead):
        worker.register_birth()
    assert scrape(client)[sample("bookanalysis_workers")] == 2

    redis.delete(dead.key)

    assert scrape(client)[sample("bookanalysis_workers")] == 1


def test_without_redis_its_figures_are_absent(app):
    found = scrape(app.test_client())

    assert found[sample("bookanalysis_redis_up")] == 0
    assert not any(name.startswith(("bookanalysis_queue", "bookanalysis_workers")) for name, _ in found)
    assert found[sample("bookanalysis_database_up")] == 1
