"""The command line: one file a command."""

from flask import Flask

from bookanalysis.cli.analyze import analyze
from bookanalysis.cli.evaluate import evaluate
from bookanalysis.cli.verify import verify

COMMANDS = (analyze, evaluate, verify)


def register(app: Flask) -> None:
    for command in COMMANDS:
        app.cli.add_command(command)
