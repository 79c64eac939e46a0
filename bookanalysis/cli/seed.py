"""flask seed: a demo account with short novels in its library."""

import logging

import click
from flask.cli import with_appcontext
from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import select

from bookanalysis.cli.command import Command, telling_refusals
from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.models import Book, User
from bookanalysis.services.demo import DEMO_EMAIL, add_demo_books, demo_login, waiting_jobs
from bookanalysis.services.users import find_user


@click.command(cls=Command)
@click.option("--read", is_flag=True, help="Read the novels now, in this process: needs no worker, no Redis.")
@with_appcontext
def seed(read: bool) -> None:
    """Make the demo account and upload short novels to it, as a user would; twice adds nothing.

    Exits with 0 when they are there, 2 when something was refused, 1 on an error.
    """
    logging.getLogger("bookanalysis").setLevel(logging.WARNING)
    with telling_refusals():
        login = demo_login(config().demo_login)
        user = find_user(DEMO_EMAIL)
        added = add_demo_books(user)
        if read:
            _read(user)
    Console().print(_table(user))
    click.echo(f"{len(added)} added. أُضيف: {len(added)}")
    if login:
        click.echo(f"Demo login · حساب التجربة: {login['email']}  {login['password']}")
    else:
        click.echo(f"Demo login · حساب التجربة: {user.email} (its own password · بكلمة مروره)")


def _read(user: User) -> None:
    # Loading the workflow takes seconds, and other commands do without it.
    from bookanalysis.jobs.process_book import process_book  # noqa: PLC0415

    logging.getLogger("socketio").setLevel(logging.CRITICAL)  # nobody need listen, and Redis may be away
    for job_id in [str(job.id) for job in waiting_jobs(user)]:
        process_book(job_id)


def _table(user: User) -> Table:
    table = Table(title="Demo books · كتب التجربة")
    table.add_column("status")
    table.add_column("characters · الشخصيات", justify="right")
    table.add_column("author · المؤلف", justify="right")
    table.add_column("title · العنوان", justify="right")
    db.session.expire_all()
    for book in db.session.scalars(select(Book).filter_by(user_id=user.id, is_deleted=False)):
        table.add_row(
            book.processing_status, _characters_of(book), Text(book.author or ""), Text(book.title or "")
        )
    return table


def _characters_of(book: Book) -> str:
    result = (book.latest_job and book.latest_job.result) or {}
    return str(result.get("characters", ""))
