import os

import pytest

from bookanalysis.running.errors import AlreadyRunning
from bookanalysis.running.lock import only_one


def test_a_second_one_is_told_where_the_first_is(tmp_path):
    with (
        only_one(tmp_path, "http://127.0.0.1:5000"),
        pytest.raises(AlreadyRunning) as running,
        only_one(tmp_path, "http://127.0.0.1:6000"),
    ):
        pass

    assert "http://127.0.0.1:5000" in running.value.en
    assert str(os.getpid()) in running.value.ar


def test_it_can_be_started_again_once_the_first_has_ended(tmp_path):
    with only_one(tmp_path, "http://127.0.0.1:5000"):
        pass

    with only_one(tmp_path, "http://127.0.0.1:5000"):
        pass
