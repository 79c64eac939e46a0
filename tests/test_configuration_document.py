"""docs/configuration.md says of every setting what is true, and of nothing else."""

import re
from dataclasses import fields

import pytest
from dotenv import dotenv_values

from bookanalysis.config import Config
from bookanalysis.environment import PROJECT
from bookanalysis.errors.production import UnsafeInProduction
from tests.documents import code_words, documents, plain, read, rows, section
from tests.errors_named import error_codes

DOCUMENT = read("docs/configuration.md")
SETTINGS = {each.name.upper() for each in fields(Config)}
ROWS = [row for row in rows(DOCUMENT) if plain(row[0]) in SETTINGS]
CAPITALS = re.compile(r"\b[A-Z]+(?:_[A-Z]+)+\b")

NAMES_OF_OTHERS = {
    "MAX_TOKENS",
    "LANGSMITH_TRACING",
    "API_KEY_INVALID",
    "INVALID_ANSWER",
    "CHARACTER_ID",
    "BOOK_ID",
    "THE_METRICS_TOKEN",
}
"""Of providers, and of examples."""


def test_each_setting_has_one_row():
    named = [plain(row[0]) for row in ROWS]

    assert sorted(named) == sorted(SETTINGS)


def test_each_default_is_the_examples():
    told = {plain(row[0]): "" if row[1] == "empty" else plain(row[1]) for row in ROWS}

    assert told == {name: value or "" for name, value in dotenv_values(PROJECT / ".env.example").items()}


def test_each_setting_says_what_it_does():
    assert [row for row in ROWS if len(row) != 4 or len(row[2]) < 10] == []


def test_no_row_is_about_something_else():
    named = {plain(row[0]) for row in rows(DOCUMENT)}

    assert named - SETTINGS == set(error_codes(UnsafeInProduction))


def test_all_that_production_refuses_is_named():
    told = [plain(row[0]) for row in rows(section(DOCUMENT, "### What PRODUCTION refuses"))]

    assert sorted(told) == sorted(error_codes(UnsafeInProduction))


def test_what_is_secret_is_named_as_such():
    hidden = {each.name.upper() for each in fields(Config) if not each.repr}

    assert hidden <= set(CAPITALS.findall(section(DOCUMENT, "## Secrets")))


@pytest.mark.parametrize("name", documents())
def test_what_looks_like_a_setting_or_a_code_is_one(name):
    named = set(CAPITALS.findall(code_words(read(name))))

    assert named <= SETTINGS | error_codes() | NAMES_OF_OTHERS, named
