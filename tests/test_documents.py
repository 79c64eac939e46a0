"""Whatever the documentation says to type or to follow is there."""

import re

import click
import pytest
from click.testing import CliRunner
from flask.cli import FlaskGroup

from bookanalysis.cli import COMMANDS
from bookanalysis.environment import PROJECT
from tests.documents import anchors, commands, documents, read

LINK = re.compile(r"\[[^\]]+\]\(([^)\s]+)\)")


@pytest.fixture
def flask(app, monkeypatch):
    """It tells the process that it runs from the command line; the tests after it do not."""
    monkeypatch.setenv("FLASK_RUN_FROM_CLI", "false")
    return FlaskGroup(create_app=lambda: app)


def found(group, words):
    """The command that the words begin with, its name, and what else they say."""
    with click.Context(group) as context:
        name, command = words[0], group.get_command(context, words[0])
    assert command is not None, f"flask {' '.join(words)}"
    if not isinstance(command, click.Group):
        return [name], command, words[1:]
    path, command, rest = found(command, words[1:])
    return [name, *path], command, rest


@pytest.mark.parametrize("document", documents())
def test_each_command_that_is_named_is_there_with_its_options(document, flask):
    for words in commands(read(document)):
        path, command, rest = found(flask, words)

        help_ = CliRunner().invoke(flask, [*path, "--help"])

        assert help_.exit_code == 0, help_.output
        options = {
            option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)
        }
        assert {word for word in rest if word.startswith("--")} <= options | {"--help"}, words


def test_operators_are_told_each_command_of_ours(flask):
    named = {tuple(found(flask, words)[0]) for words in commands(read("docs/operation.md"))}

    assert set(paths_of(COMMANDS)) <= named


def paths_of(group, above=()):
    for command in group:
        if isinstance(command, click.Group):
            yield from paths_of(command.commands.values(), (*above, command.name))
        else:
            yield (*above, command.name)


@pytest.mark.parametrize("document", documents())
def test_each_link_leads_somewhere(document):
    for link in LINK.findall(read(document)):
        if link.startswith(("http:", "https:")):
            continue
        path, _, anchor = link.partition("#")
        target = (PROJECT / document).parent / path if path else PROJECT / document
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target.read_text(encoding="utf-8")), link


@pytest.mark.parametrize("document", ["docs/configuration.md", "docs/operation.md"])
def test_the_readme_leads_to_it(document):
    assert f"]({document})" in read("README.md")
