"""flask verify: look up every claim of a book in its text."""

from collections.abc import Sequence
from textwrap import shorten

import click
from flask.cli import with_appcontext
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bookanalysis.cli.command import FAILED, Command, telling_refusals
from bookanalysis.cli.rows import book_with
from bookanalysis.services.verification import verify_book
from bookanalysis.verification import Failure, Report

LONGEST_VALUE = 50


@click.command(cls=Command)
@click.argument("book")
@with_appcontext
def verify(book: str) -> None:
    """Look up every claim of BOOK (its id) in the text, and show which do not hold.

    Exits with 0 when all hold, 1 when some do not, 2 when there is no such book.
    """
    with telling_refusals():
        report = verify_book(book_with(book))
    _print(report)
    if report.failures:
        raise SystemExit(FAILED)


def _print(report: Report) -> None:
    """How many claims of each kind hold, and each that does not."""
    console = Console()
    table = Table(title="Claims · ما قيل عن الشخصيات")
    table.add_column("kind")
    table.add_column("claims · العدد", justify="right")
    table.add_column("hold · ثابت", justify="right")
    for kind, tally in report.claims.items():
        table.add_row(kind, str(tally.total), str(tally.hold))
    table.add_section()
    table.add_row("all · الكل", str(report.total), str(report.hold))
    console.print(table)
    if report.failures:
        console.print(_failures_table(report.failures))
    else:
        console.print("Every claim holds. كل ما قيل ثابت في النص.")


def _failures_table(failures: Sequence[Failure]) -> Table:
    table = Table(title="What does not hold · ما لا يثبت")
    table.add_column("why")
    table.add_column("kind")
    table.add_column("chunk", justify="right")
    table.add_column("span")
    table.add_column("value · القيمة", justify="right")
    table.add_column("name · الاسم", justify="right")
    for failure in failures:
        claim = failure.claim
        table.add_row(
            failure.why.replace("_", " "),
            claim.kind,
            "" if claim.chunk is None else str(claim.chunk),
            "" if claim.start is None else f"{claim.start}-{claim.end}",
            Text(shorten(claim.value, LONGEST_VALUE, placeholder=" …")),
            Text(failure.name or ""),
        )
    return table
