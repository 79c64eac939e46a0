import shlex

import pytest
from supervisor.options import ServerOptions

from bookanalysis.running.supervisor import write_configuration


@pytest.fixture
def read(monkeypatch, tmp_path):
    """What supervisord itself understands of our configuration."""

    def read(programs):
        path = write_configuration(tmp_path / "100% mine", tmp_path, programs)
        options = ServerOptions()
        options.realize(["-c", str(path)])
        return options.process_group_configs

    return read


def test_programs_start_in_the_order_given(read):
    groups = read({"redis": ["redis-server"], "worker": ["python", "worker.py"], "wsgi": ["python"]})

    assert [group.name for group in sorted(groups, key=lambda group: group.priority)] == [
        "redis",
        "worker",
        "wsgi",
    ]


def test_words_and_percent_signs_reach_the_program_as_they_are(read):
    (group,) = read({"worker": ["python", "/a b/100%s/worker.py"]})

    assert shlex.split(group.process_configs[0].command)[-1] == "/a b/100%s/worker.py"


def test_what_dies_is_started_again(read):
    (group,) = read({"worker": ["python"]})

    assert group.process_configs[0].autorestart
    assert group.process_configs[0].startretries > 1000
