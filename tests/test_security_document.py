"""What docs/security.md says is shown by tests that are there."""

import re

import pytest

from bookanalysis.environment import PROJECT

DOCUMENT = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py(?:::\w+)*)`", DOCUMENT)))
ROWS = [line for line in DOCUMENT.splitlines() if line.startswith("| ") and "`tests/" in line]


@pytest.mark.parametrize("name", NAMED)
def test_each_test_that_is_named_exists(name):
    path, *parts = name.split("::")
    source = (PROJECT / path).read_text(encoding="utf-8")

    for part in parts:
        assert re.search(rf"^\s*(def|class) {part}\b", source, re.MULTILINE), name


def test_each_threat_has_an_answer():
    for row in ROWS:
        threat, met, shown = (cell.strip() for cell in row.strip("|").split("|"))
        assert threat and met and shown, row
    assert len(ROWS) > 30
