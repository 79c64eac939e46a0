"""The documentation, as a test reads it."""

import re
from pathlib import Path

from bookanalysis.environment import PROJECT

CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
COMMAND = re.compile(r"(?:^|`)(?:\.venv/bin/)?flask ([a-z][^`#|\n]*)", re.MULTILINE)


def read(name):
    return (PROJECT / name).read_text(encoding="utf-8")


def documents():
    """Those that say how things are; the changelog says how they were."""
    return sorted(
        ["README.md", *(str(path.relative_to(PROJECT)) for path in Path(PROJECT, "docs").rglob("*.md"))]
    )


def section(text, heading):
    """What stands below a heading, down to the next of its rank or above."""
    rank = heading.partition(" ")[0]
    return re.search(
        rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{len(rank)}}} |\Z)", text, re.DOTALL | re.MULTILINE
    )[1]


def rows(text):
    """The cells of all tables, without their heads."""
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    tables = re.split(r"^\|(?:---\|)+$", text, flags=re.MULTILINE)
    heads = {table.rstrip().splitlines()[-1] for table in tables[:-1]}
    return [
        [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines if line not in heads
    ]


def code_words(text):
    """What stands in code."""
    return " ".join(CODE.findall(text))


def plain(cell):
    return cell.strip("`")


def commands(text):
    """What is typed after `flask`, word by word."""
    return [found.split() for found in COMMAND.findall(text)]


def anchors(text):
    """Of a document's headings, as they are linked to."""
    headings = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
