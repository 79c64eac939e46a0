"""The command line: one file a command, or a group of them."""

from flask import Flask

from bookanalysis.cli.analyze import analyze
from bookanalysis.cli.books import books
from bookanalysis.cli.doctor import doctor
from bookanalysis.cli.evaluate import evaluate
from bookanalysis.cli.jobs import jobs
from bookanalysis.cli.seed import seed
from bookanalysis.cli.users import users
from bookanalysis.cli.verify import verify

COMMANDS = (analyze, books, doctor, evaluate, jobs, seed, users, verify)


def register(app: Flask) -> None:
    for command in COMMANDS:
        app.cli.add_command(command)


def register_doctor(app: Flask) -> None:
    """For settings that no application can be made of."""
    app.cli.add_command(doctor)
