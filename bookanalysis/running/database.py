"""Bring the database up to date and see that there is a demo account; says its login as JSON."""

import json
import os
import secrets
import sys
from pathlib import Path

import flask_migrate  # type: ignore[import-untyped]
from sqlalchemy import select

from bookanalysis.app import create_app
from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.models import User
from bookanalysis.services.accounts import add_account
from bookanalysis.services.passwords import password_fits

DEMO_NAME = "قارئة التجربة"
DEMO_EMAIL = "demo@example.com"


def main() -> None:
    app = create_app()
    with app.app_context():
        flask_migrate.upgrade()
        login = demo_login(config().data_folder / "demo_login.json")
    json.dump(login, sys.stdout)


def demo_login(kept: Path) -> dict[str, str]:
    """The login of the account that was made here, or nothing if its password is no longer that one."""
    user = db.session.scalar(select(User).filter_by(email=DEMO_EMAIL))
    if user is None:
        login = {"email": DEMO_EMAIL, "password": secrets.token_urlsafe(9)}
        _keep(kept, login)
        add_account(DEMO_NAME, **login)
        return login
    if not kept.is_file():
        return {}
    login = dict(json.loads(kept.read_text(encoding="utf-8")))
    return login if password_fits(user.password_hash, login["password"]) else {}


def _keep(path: Path, login: dict[str, str]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(login, file)


if __name__ == "__main__":
    main()
