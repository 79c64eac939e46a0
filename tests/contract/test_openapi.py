"""Every operation of the OpenAPI document, asked in hundreds of ways, right and wrong."""

import tempfile
from pathlib import Path
from uuid import UUID, uuid4

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection
from schemathesis.transport.serialization import Binary

from bookanalysis.app import create_app
from tests.conftest import config_in
from tests.contract.story import known_ids
from tests.epub.builder import Epub, page

EXAMPLES = 25
EXCEPTIONS = {
    "POST /api/books/": [negative_data_rejection],  # a form's fields are text, whatever was meant
}

with tempfile.TemporaryDirectory() as folder:
    document = schemathesis.openapi.from_wsgi("/api/openapi.json", create_app(config_in(Path(folder))))


@document.auth()
class AccessToken:
    """Of the visitor whose things are there."""

    header = ""

    def get(self, _case, _context):
        return self.header

    def set(self, case, header, _context):
        case.headers["Authorization"] = header


@pytest.fixture
def known(app, amina, arrange):
    """Ids that are there, by the name of their parameter."""
    AccessToken.header = amina.headers["Authorization"]
    return known_ids(app, amina, arrange)


@document.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_each_operation_keeps_to_the_document(case, app, amina, known):
    for parameters in (case.path_parameters, case.query):
        name_what_is_there(parameters, known)
    forget_unknown_names(case)
    send_a_book(case)
    say_the_password_twice(case)

    case.call_and_validate(app=app, excluded_checks=EXCEPTIONS.get(case.operation.label))


def name_what_is_there(parameters, known):
    """In place of every other id; the rest name what is not there."""
    for name in known.keys() & (parameters or {}).keys():
        if is_even(parameters[name]):
            parameters[name] = str(known[name])


def is_even(text):
    try:
        return UUID(text).int % 2 == 0
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
