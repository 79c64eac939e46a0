"""What the web app is made of can be installed from any registry, and is the same from each."""

import json

import pytest

from bookanalysis.environment import PROJECT

LOCK = PROJECT / "frontend" / "package-lock.json"


@pytest.fixture
def packages():
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    del packages[""]  # the app itself
    assert packages
    return packages


def test_the_lock_names_no_place_to_install_from(packages):
    assert [name for name, package in packages.items() if "resolved" in package] == []


def test_each_package_is_held_by_its_hash(packages):
    assert [name for name, package in packages.items() if "integrity" not in package] == []
