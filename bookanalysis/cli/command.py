"""What all commands share: how they end, and how they refuse."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from bookanalysis.errors import BookAnalysisError
from bookanalysis.terminal import print_refusal

REFUSED = 2
FAILED = 1


class _WrongUse(click.UsageError):
    """Wrong arguments are an error like any other; click's own status for them means refused here."""

    exit_code = FAILED


class _EndsAsAllDo:
    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            context: click.Context = super().make_context(*args, **kwargs)  # type: ignore[misc]
        except click.UsageError as error:
            raise _WrongUse(error.format_message(), error.ctx) from error
        return context


class Command(_EndsAsAllDo, click.Command):
    pass


class Group(_EndsAsAllDo, click.Group):
    command_class = Command

    def resolve_command(self, *args: Any) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(*args)
        except click.UsageError as error:
            raise _WrongUse(error.format_message(), error.ctx) from error


@contextmanager
def telling_refusals() -> Iterator[None]:
    """A refusal is said in both languages, and is the status REFUSED."""
    try:
        yield
    except BookAnalysisError as error:
        print_refusal(error)
        for name, faults in error.details.items():
            click.echo(f"{name}: {_listed(faults)}", err=True)
        raise SystemExit(REFUSED) from error


def _listed(faults: object) -> str:
    return " ".join(map(str, faults)) if isinstance(faults, list) else str(faults)
