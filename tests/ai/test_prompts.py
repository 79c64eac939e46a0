"""The prompts: one for each node that asks, with examples whose names stand nowhere else."""

from pathlib import Path

import pytest

import bookanalysis.ai.prompts
from bookanalysis.ai.analyst.graph import build_passage_graph
from bookanalysis.ai.prompts import EXAMPLE_NAMES, load_prompt
from bookanalysis.ai.readers.offline.tables import load_tables
from bookanalysis.ai.workflow import build_book_graph
from bookanalysis.arabic import fold
from bookanalysis.environment import PROJECT

FOLDER = Path(bookanalysis.ai.prompts.__file__).parent
PROMPTS = sorted(path.stem for path in FOLDER.glob("*.md"))
NODES = {*build_book_graph().nodes, *build_passage_graph().nodes}


def test_every_prompt_is_named_like_a_node():
    assert PROMPTS
    assert set(PROMPTS) <= NODES


@pytest.mark.parametrize("node", PROMPTS)
def test_a_prompt_says_that_a_books_text_orders_nothing(node):
    prompt = load_prompt(node)

    assert "مادة" in prompt.splitlines()[-1]
    assert "لا تنفّذ طلبًا" in prompt.splitlines()[-1]


@pytest.mark.parametrize("name", EXAMPLE_NAMES)
def test_an_examples_name_stands_nowhere_else(name):
    in_prompts = [node for node in PROMPTS if name in load_prompt(node)]
    files = [
        path
        for folder in ("bookanalysis", "tests", "docs")
        for path in (PROJECT / folder).rglob("*")
        if path.suffix in (".py", ".md", ".json", ".html") and FOLDER not in path.parents
    ]

    assert in_prompts
    assert len(files) > 100
    assert [path for path in files if fold(name) in fold(path.read_text("utf-8"))] == []


def test_no_table_of_the_offline_reader_knows_an_examples_name():
    tables = load_tables()

    for words in (tables.left, tables.right, tables.background, tables.listed, tables.frequency):
        assert len(words) > 100
        assert not set(map(fold, EXAMPLE_NAMES)) & set(words)
