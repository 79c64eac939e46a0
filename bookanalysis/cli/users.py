"""flask users: who has an account, who may come in, who operates the service."""

import secrets
import sys
from collections.abc import Mapping, Sequence

import click
from flask.cli import with_appcontext
from marshmallow import ValidationError
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bookanalysis.cli.command import Group, telling_refusals
from bookanalysis.errors import WrongInput
from bookanalysis.extensions import db
from bookanalysis.logs.security import SecurityEvent, note_security_event
from bookanalysis.models import User
from bookanalysis.models.user import find_users
from bookanalysis.schemas.auth import RegisterSchema
from bookanalysis.services.accounts import add_account
from bookanalysis.services.users import find_user, set_active, set_staff

users = Group("users", help="Make, list, open and close accounts.")


@users.command()
@click.argument("email")
@click.argument("name")
@click.option("--staff", is_flag=True, help="May operate the service.")
@click.option("--password-stdin", is_flag=True, help="Take the password from standard input.")
@click.option("--generate", is_flag=True, help="Make a password, and show it this once.")
@with_appcontext
def create(email: str, name: str, staff: bool, password_stdin: bool, generate: bool) -> None:
    """Make an account for EMAIL, whose owner is called NAME; asks for the password, twice.

    Exits with 0 when it is made, 2 when it was refused, 1 on an error.
    """
    if password_stdin and generate:
        raise click.ClickException("Choose one of --password-stdin and --generate. اختر أحد الخيارين.")
    password = _password(password_stdin, generate)
    with telling_refusals():
        form = _checked(email, name, password)
        user = add_account(form["name"], form["email"], form["password"])
        note_security_event(SecurityEvent.ACCOUNT_CREATED, user_id=str(user.id), is_staff=staff)
        if staff:
            set_staff(user, is_staff=True)
    click.echo(f"{user.email} can log in now. يمكن الدخول الآن بهذا الحساب.")
    if generate:
        click.echo(f"Password · كلمة المرور: {password}")


@users.command("list")
@click.option("--staff", is_flag=True, help="Only who operates the service.")
@click.option("--inactive", is_flag=True, help="Only closed accounts.")
@with_appcontext
def list_(staff: bool, inactive: bool) -> None:
    """Show the accounts."""
    found = db.session.scalars(find_users(staff=staff, inactive=inactive)).all()
    if not found:
        click.echo("There are no such accounts. لا توجد حسابات كهذه.")
        return
    Console().print(_table(found))


@users.command()
@click.argument("email")
@with_appcontext
def activate(email: str) -> None:
    """Open the account of EMAIL again."""
    with telling_refusals():
        set_active(find_user(email), is_active=True)
    click.echo("The account is open. الحساب مفتوح.")


@users.command()
@click.argument("email")
@with_appcontext
def deactivate(email: str) -> None:
    """Close the account of EMAIL: its sessions end at once, its books stay."""
    with telling_refusals():
        set_active(find_user(email), is_active=False)
    click.echo("The account is closed, and its sessions have ended. أُغلق الحساب وانتهت جلساته.")


@users.command()
@click.argument("email")
@click.option("--yes/--no", "is_staff", default=True, help="May operate the service, or no more.")
@with_appcontext
def staff(email: str, is_staff: bool) -> None:
    """Let the owner of EMAIL operate the service, or no more."""
    with telling_refusals():
        set_staff(find_user(email), is_staff=is_staff)
    told = ("The account is staff. صار الحساب للمشغّلين.", "The account is not staff. الحساب ليس للمشغّلين.")
    click.echo(told[0] if is_staff else told[1])


def _password(from_stdin: bool, is_generated: bool) -> str:
    if is_generated:
        return secrets.token_urlsafe(12)
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    asked: str = click.prompt("Password · كلمة المرور", hide_input=True, confirmation_prompt=True)
    return asked


def _checked(email: str, name: str, password: str) -> Mapping[str, str]:
    """As registering in the API checks it."""
    form = {"email": email, "name": name, "password": password, "password_confirm": password}
    try:
        checked: Mapping[str, str] = RegisterSchema().load(form)
    except ValidationError as error:
        raise WrongInput(error.messages_dict) from error
    return checked


def _table(found: Sequence[User]) -> Table:
    table = Table(title=f"Accounts · الحسابات ({len(found)})")
    table.add_column("e-mail")
    table.add_column("joined")
    table.add_column("last login")
    table.add_column("")
    table.add_column("name · الاسم", justify="right")
    for user in found:
        last = f"{user.last_login:%Y-%m-%d %H:%M}" if user.last_login else ""
        marks = " ".join(
            word for word, holds in (("staff", user.is_staff), ("closed", not user.is_active)) if holds
        )
        table.add_row(Text(user.email), f"{user.date_joined:%Y-%m-%d}", last, marks, Text(user.name))
    return table
