"""What operators see of the queues and do to them, with a real Redis."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from redis import Redis
from rq import Queue, SimpleWorker
from rq.job import Job
from rq.serializers import JSONSerializer
from sqlalchemy import update

from bookanalysis.app import create_app
from bookanalysis.extensions import db
from bookanalysis.models import User
from tests.redis_server import running_redis
from tests.visitor import Visitor, log_in, refused

OURS = {"Origin": "http://localhost"}
JOB_ID = "job-6f1d1e0a-0"


@pytest.fixture(scope="module")
def redis(tmp_path_factory):
    with running_redis(tmp_path_factory.mktemp("redis")) as port, Redis(port=port) as redis:
        yield redis


@pytest.fixture
def app(config, redis):
    redis.flushall()
    port = redis.connection_pool.connection_kwargs["port"]
    app = create_app(replace(config, redis_url=f"redis://:a-password@127.0.0.1:{port}/0"))
    app.extensions["redis"] = app.redis_conn = redis
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def client(app, arrange):
    """Of someone at the dashboard."""
    salma = Visitor(app, arrange(log_in, "salma@example.org"))
    arrange(lambda: (db.session.execute(update(User).values(is_staff=True)), db.session.commit()))
    assert salma.post("/api/auth/operator/").status_code == 200
    return salma.client


@pytest.fixture
def queue(redis):
    return Queue("ai_processing", connection=redis, serializer=JSONSerializer)


@pytest.fixture
def waiting(queue):
    return queue.enqueue_call("os.getenv", args=["HOME"], job_id=JOB_ID)


@pytest.fixture
def failed(queue, redis):
    """A run whose error tells what a reader has sent."""
    queue.enqueue_call("os.listdir", args=["/<img src=x onerror=alert(1)>"], job_id=JOB_ID)
    SimpleWorker([queue], connection=redis, serializer=JSONSerializer).work(burst=True)
    assert Job.fetch(JOB_ID, connection=redis, serializer=JSONSerializer).is_failed
    return SimpleNamespace(id=JOB_ID)


PAGES = [
    "",
    "0/view",
    "0/view/queues",
    "0/view/workers",
    "0/view/jobs",
    "0/view/jobs/ai_processing/queued/8/asc/1",
    f"0/view/job/{JOB_ID}",
]
DATA = [
    "0/data/queues.json",
    "0/data/workers.json",
    "0/data/jobs/ai_processing/queued/8/asc/1.json",
    f"0/data/job/{JOB_ID}.json",
]
ACTIONS = [
    f"job/{JOB_ID}/delete",
    f"job/{JOB_ID}/requeue",
    "requeue/ai_processing",
    "queue/ai_processing/queued/empty",
    "queue/ai_processing/compact",
]


@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_and_fetches_nothing_from_elsewhere(client, waiting, path):
    page = client.get(f"/rq/{path}", follow_redirects=True)

    assert page.status_code == 200
    assert "a-password" not in page.text
    sources = [line for line in page.text.splitlines() if "<script src=" in line or "<link " in line]
    assert len(sources) == 7
    assert all('="/rq/' in line for line in sources)


@pytest.mark.parametrize("path", DATA)
def test_the_data_of_every_page_comes(client, waiting, path):
    answer = client.get(f"/rq/{path}")

    assert answer.status_code == 200
    assert answer.json


@pytest.mark.parametrize("name", ["css/main.css", "css/bootstrap.min.css", "js/jquery-3.5.1.min.js"])
def test_what_the_pages_need_is_here(client, name):
    assert client.get(f"/rq/static/{name}").status_code == 200


def test_a_queue_tells_what_waits_in_it(client, waiting):
    (queue,) = client.get("/rq/0/data/queues.json").json["queues"]

    assert (queue["name"], queue["count"]) == ("ai_processing", 1)


def test_an_errors_text_cannot_bring_a_script_along(client, failed):
    told = client.get(f"/rq/0/data/job/{failed.id}.json")

    assert "onerror" in told.json["exc_info"]
    assert "<" not in told.text


def test_a_failed_run_is_queued_again_as_it_was(client, failed, queue, redis):
    answer = client.post(f"/rq/job/{failed.id}/requeue", headers=OURS)

    assert answer.json == {"status": "OK"}
    assert queue.job_ids == [failed.id]
    again = Job.fetch(failed.id, connection=redis, serializer=JSONSerializer)
    assert (again.func_name, again.args) == ("os.listdir", ["/<img src=x onerror=alert(1)>"])


def test_all_failed_runs_are_queued_again(client, failed, queue):
    assert client.post("/rq/requeue/ai_processing", headers=OURS).json == {"status": "OK", "count": 1}
    assert queue.job_ids == [failed.id]


def test_a_run_is_deleted(client, waiting, queue):
    assert client.post(f"/rq/job/{waiting.id}/delete", headers=OURS).json == {"status": "OK"}
    assert queue.job_ids == []


def test_a_queue_is_emptied(client, waiting, queue):
    assert client.post("/rq/queue/ai_processing/queued/empty", headers=OURS).json == {"status": "OK"}
    assert queue.job_ids == []


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "same-site"}])
def test_nobody_else_may_act_with_the_browsers_cookie(client, waiting, queue, headers):
    for action in ACTIONS:
        refused(client.post(f"/rq/{action}", headers=headers), 403, "FOREIGN_ORIGIN")

    assert queue.job_ids == [JOB_ID]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_mere_link_does_nothing(client, failed, queue, method):
    answer = client.open("/rq/requeue/ai_processing", method=method, headers=OURS)

    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert queue.job_ids == []


@pytest.mark.parametrize(
    "path",
    [
        "1/view/queues",
        "99999999999999999999/data/queues.json",
        "0/data/jobs/ai_processing/nothing/8/asc/1.json",
        "0/data/jobs/ai_processing/queued/x/asc/1.json",
        "0/data/jobs/ai_processing/queued/0/asc/1.json",
        "0/data/jobs/ai_processing/queued/-1/asc/1.json",
        "0/data/jobs/ai_processing/queued/201/asc/1.json",
        f"0/data/jobs/ai_processing/queued/8/asc/{'9' * 5000}.json",
        "0/view/jobs/ai_processing/nothing/8/asc/1",
        "nothing",
    ],
)
def test_what_no_page_asks_for_is_not_there(client, path):
    refused(client.get(f"/rq/{path}"), 404, "NOT_FOUND")


@pytest.mark.parametrize("job_id", ["job-that-never-was", "ع", "a.b", "a:b"])
def test_a_run_that_is_gone_is_told_so(client, job_id):
    refused(client.get(f"/rq/0/view/job/{job_id}"), 404, "RUN_NOT_FOUND")
    refused(client.get(f"/rq/0/data/job/{job_id}.json"), 404, "RUN_NOT_FOUND")
    refused(client.post(f"/rq/job/{job_id}/requeue", headers=OURS), 404, "RUN_NOT_FOUND")


def test_only_what_failed_is_queued_again(client, waiting):
    refused(client.post(f"/rq/job/{waiting.id}/requeue", headers=OURS), 409, "RUN_HAS_NOT_FAILED")


@pytest.mark.parametrize("path", [*PAGES, *DATA])
def test_while_redis_is_away_it_is_told_so(client, app, path):
    away = Redis.from_url("redis://127.0.0.1:1/0")
    app.extensions["redis"] = app.redis_conn = away

    assert refused(client.get(f"/rq/{path}", follow_redirects=True), 503, "NOT_READY") == {"redis": "away"}


def test_redis_going_away_between_two_looks_is_told_so(client, app):
    app.redis_conn = Redis.from_url("redis://127.0.0.1:1/0")

    assert refused(client.get("/rq/0/data/queues.json"), 503, "NOT_READY") == {"redis": "away"}


def test_the_dashboard_is_no_part_of_the_document(client):
    paths = client.get("/api/openapi.json").json["paths"]

    assert not any(path.startswith("/rq") for path in paths)
    assert paths["/api/auth/operator/"].keys() == {"post"}
    assert {"200", "403"} <= paths["/api/auth/operator/"]["post"]["responses"].keys()
