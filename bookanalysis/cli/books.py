"""`flask books`: what operators do for a book."""

import click
from flask.cli import with_appcontext

from bookanalysis.cli.command import Group, telling_refusals
from bookanalysis.cli.rows import book_with
from bookanalysis.services.library import reprocess_book


@click.group(cls=Group)
def books() -> None:
    """Look after books."""


@books.command()
@click.argument("book")
@with_appcontext
def reprocess(book: str) -> None:
    """Have BOOK (its id) read again, from the beginning.

    Exits with 0 when a job waits for a worker, 2 when there is no such book or it is being read.
    """
    with telling_refusals():
        job = reprocess_book(book_with(book))
    click.echo(f"Job {job.id} will read it again. ستقرؤه هذه المهمة من جديد.")
