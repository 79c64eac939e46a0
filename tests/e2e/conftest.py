import json
from contextlib import ExitStack
from uuid import UUID

import pytest

from tests.e2e.client import Browser
from tests.e2e.own_redis import OwnRedis
from tests.e2e.story import novel
from tests.e2e.system import System, wait_until

READ_BEFORE = 3


@pytest.fixture(scope="session")
def system(tmp_path_factory):
    """One running system for all tests that do not stop it."""
    with System(tmp_path_factory.mktemp("system")) as system:
        yield system.start()


@pytest.fixture
def browser(system):
    browser = Browser(system)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def analyzed(tmp_path_factory):
    """What `flask analyze` gives for the novel."""
    folder = tmp_path_factory.mktemp("analyzed")
    epub, result = folder / "novel.epub", folder / "result.json"
    epub.write_bytes(novel().build().read())
    system = System(folder)
    done = system.flask("analyze", epub, "--output", result)
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(result.read_text(encoding="utf-8"))


@pytest.fixture
def redis(tmp_path):
    redis = OwnRedis(tmp_path / "redis")
    redis.start()
    yield redis
    redis.stop()


@pytest.fixture
def own(tmp_path):
    """Makes systems of the test's own, and stops them however the test ends."""
    with ExitStack() as running:
        yield lambda redis_url=None: running.enter_context(System(tmp_path, redis_url)).start()


@pytest.fixture
def interrupted(browser):
    """A novel in the middle of being read, under a title of its own so that it is no copy."""
    title = f"ليالي الساحل {UUID(int=len(browser.pages('/api/books/')))}"
    book_id, job_id = browser.upload(novel(title).build())
    wait_until(
        lambda: sum(event == "characters_extracted" for event, _ in browser.told(job_id)) >= READ_BEFORE,
        what="the middle of the book",
    )
    return book_id, job_id
