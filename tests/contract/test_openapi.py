"""Every operation of the OpenAPI document, asked in hundreds of ways, right and wrong.

`conftest.py` says how many ways.
"""

import shutil
import tempfile
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import schemathesis
from hypothesis import settings
from schemathesis.specs.openapi.checks import negative_data_rejection
from schemathesis.transport.serialization import Binary

from bookanalysis.app import create_app
from bookanalysis.extensions import db
from tests.conftest import config_in
from tests.contract.story import known_ids
from tests.epub.builder import Epub, page
from tests.visitor import PASSWORD

TRIED = "at-length" if settings.get_current_profile_name() == "at-length" else "briefly"
EXCEPTIONS = {
    "POST /api/books/": [negative_data_rejection],  # a form's fields are text, whatever was meant
}

with tempfile.TemporaryDirectory() as folder:
    document = schemathesis.openapi.from_wsgi("/api/openapi.json", create_app(config_in(Path(folder))))


@document.auth()
class AccessToken:
    """Marks the cases that are to have one: many are made before there is an account."""

    MARK = "an access token"

    def get(self, _case, _context):
        return self.MARK

    def set(self, case, mark, _context):
        case.headers["Authorization"] = mark


@pytest.fixture
def known(app, member, arrange):
    """Ids that are there, by the name of their parameter."""
    return known_ids(app, member, arrange)


@pytest.fixture
def as_it_was(app, config, known):
    """Puts back what the case before has changed: each finds all that the first one found."""
    now, kept = config.data_folder, config.data_folder.with_name("kept")

    def copy(source, target):
        with app.app_context():
            db.engine.dispose()
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target)

    copy(now, kept)
    return lambda: copy(kept, now)


@document.parametrize()
@settings(settings.get_profile(TRIED))
def test_each_operation_keeps_to_the_document(case, app, member, known, as_it_was):
    if case.method != "GET":
        as_it_was()
    is_right = case.meta.generation.mode.is_positive  # looked up later, it would judge what was put in here
    log_in(case, member)
    for parameters in (case.path_parameters, case.query):
        name_what_is_there(parameters, known)
    forget_unknown_names(case)
    send_a_book(case)
    if is_right:
        say_what_is_secret(case, member)
    say_the_password_twice(case)

    case.call_and_validate(app=app, excluded_checks=EXCEPTIONS.get(case.operation.label))


def log_in(case, visitor):
    """Unless the operation is for those who are not."""
    if case.headers.get("Authorization") == AccessToken.MARK:
        del case.headers["Authorization"]
        if case.operation.definition.raw["security"]:
            case.headers.update(visitor.headers)


def name_what_is_there(parameters, known):
    """In place of every other id, the one that is tried most among them; the rest name what is not there."""
    for name in known.keys() & (parameters or {}).keys():
        if is_odd(parameters[name]):
            parameters[name] = str(known[name])


def is_odd(text):
    try:
        return UUID(text).int % 2 == 1
    except (ValueError, AttributeError, TypeError):
        return False


def forget_unknown_names(case):
    """In a query they are passed over, by intention: links carry what others have added."""
    asked = {parameter.name for parameter in case.operation.query}
    for name in (case.query or {}).keys() - asked:
        del case.query[name]


def send_a_book(case):
    """In place of any bytes: that they must be an EPUB, the document cannot say."""
    if isinstance(case.body, dict) and isinstance(case.body.get("file"), Binary):
        case.body["file"] = Binary(Epub({"one.xhtml": page(f"<p>{uuid4()}</p>")}).build().getvalue())


def say_the_password_twice(case):
    """That two fields must be the same, the document cannot say either."""
    for name in list(case.body) if isinstance(case.body, dict) else ():
        again = f"{name}_confirm"
        if isinstance(case.body.get(again), str) and isinstance(case.body[name], str):
            case.body[again] = case.body[name]


def say_what_is_secret(case, visitor):
    """In every other body: nobody guesses it."""
    secrets = {
        "email": visitor.user.email,
        "password": PASSWORD,
        "old_password": PASSWORD,
        "refresh": visitor.login.refresh,
    }
    if isinstance(case.body, dict) and len(str(case.body)) % 2 == 0:
        case.body.update({name: secrets[name] for name in secrets.keys() & case.body.keys()})
