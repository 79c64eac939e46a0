"""Reads docs/api.md: its tables and its examples, by the heading that they stand under."""

import re
from pathlib import Path

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "api.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"`([^`]*)`")


def section(heading):
    """What stands below a heading, with the headings below it."""
    level = len(heading.split()[0])
    lines = iter(DOCUMENT.read_text(encoding="utf-8").splitlines(keepends=True))
    assert any(line.rstrip() == heading for line in lines), f"docs/api.md has no {heading!r}"
    below, in_code = [], False
    for line in lines:
        in_code ^= line.startswith("```")
        if not in_code and re.match(rf"#{{1,{level}}} ", line):
            break
        below.append(line)
    return "".join(below)


def examples(heading, language):
    return [text for kind, text in _FENCE.findall(section(heading)) if kind == language]


def table(heading):
    """The cells of each row of the first table, without its head."""
    lines = section(heading).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("|"))
    rows = []
    for line in lines[first + 2 :]:
        if not line.startswith("|"):
            break
        rows.append([cell.strip() for cell in line.strip().strip("|").split("|")])
    return rows


def words(cell):
    """What is set as code in a cell."""
    return _CODE.findall(cell)


def word(cell):
    (only,) = words(cell)
    return only
