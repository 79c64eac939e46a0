"""What all commands share: how they end."""

from typing import Any

import click

REFUSED = 2
FAILED = 1


class _WrongUse(click.UsageError):
    """Wrong arguments are an error like any other; click's own status for them means refused here."""

    exit_code = FAILED


class Command(click.Command):
    def make_context(self, *args: Any, **kwargs: Any) -> click.Context:
        try:
            return super().make_context(*args, **kwargs)
        except click.UsageError as error:
            raise _WrongUse(error.format_message(), error.ctx) from error
