"""The command line: one file a command."""

from flask import Flask

from bookanalysis.cli.analyze import analyze

COMMANDS = (analyze,)


def register(app: Flask) -> None:
    for command in COMMANDS:
        app.cli.add_command(command)
