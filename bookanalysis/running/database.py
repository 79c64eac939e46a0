"""Bring the database up to date and see that there is a demo account; says its login as JSON."""

import json
import sys

import flask_migrate  # type: ignore[import-untyped]

from bookanalysis.app import create_app
from bookanalysis.config import config
from bookanalysis.services.demo import demo_login


def main() -> None:
    app = create_app()
    with app.app_context():
        flask_migrate.upgrade()
        login = demo_login(config().demo_login)
    json.dump(login, sys.stdout)


if __name__ == "__main__":
    main()
