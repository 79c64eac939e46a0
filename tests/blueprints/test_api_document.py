"""docs/api.md names every operation of the OpenAPI document, and nothing else."""

from io import BytesIO

import pytest

from bookanalysis.app import create_app
from bookanalysis.errors import TooManyRequests
from bookanalysis.models import JobStatus
from tests.api_document import table, word, words
from tests.blueprints.test_document import operations
from tests.epub.builder import Epub, page
from tests.rows import add_book, add_job, add_user
from tests.test_errors import ERRORS
from tests.visitor import PASSWORD

STATUS_OF = {error.error_code: error.status for error in ERRORS if "error_code" in vars(error)}
SAID_FOR_ALL = {401, 411, 422, 429}
"""By the paragraph above the table: whoever is not let in, asks wrongly or too often."""
ABOUT_FIELDS = {"VALIDATION_ERROR", "WRONG_PASSWORD"}
"""Their details go by the fields of the request."""
SCHEMES = {
    "everyone": set(),
    "user": {"access token"},
    "staff": {"access token"},
    "session": {"access token", "refresh token"},
    "refresh": {"refresh token", "refresh cookie", "csrf token"},
    "machine": {"metrics token"},
}


@pytest.fixture
def document(stranger):
    return stranger.get("/api/openapi.json").json


def told_operations():
    return {(method.lower(), word(path)): rest for method, path, *rest in table("## Endpoints")}


def test_every_operation_is_told_with_what_it_does(document):
    said = {key: operation["summary"] for key, operation in operations(document).items()}

    assert {key: what for key, (what, _, _) in told_operations().items()} == said


def test_each_operation_tells_whom_it_lets_in(document):
    for key, operation in operations(document).items():
        named = {scheme for either in operation["security"] for scheme in either}
        assert SCHEMES[told_operations()[key][1]] == named, key


def test_each_refusal_of_the_document_has_a_code(document):
    for key, operation in operations(document).items():
        documented = {
            int(status) for status in operation["responses"] if status.isdigit() and int(status) >= 400
        }
        named = {STATUS_OF[code] for code in words(told_operations()[key][2])}
        assert documented - SAID_FOR_ALL <= named, key


def test_staff_alone_is_let_in_where_it_is_told(document, amina):
    for (method, path), (_, who, _) in told_operations().items():
        if who == "staff":
            assert amina.send(method.upper(), path).json["error_code"] == "STAFF_ONLY"


def test_every_parameter_is_told(document):
    said = {
        path: {each["name"] for each in operation.get("parameters", []) if each["in"] == "query"}
        for (method, path), operation in operations(document).items()
        if method == "get"
    }

    told = {word(path): set(words(names)) for path, names in table("### Parameters")}

    assert told == {path: names for path, names in said.items() if names}


def test_every_field_of_a_body_is_told(document):
    told = {
        (method.lower(), word(path)): (set(words(required)), set(words(optional)))
        for method, path, required, optional in table("### Bodies")
    }

    assert told == {
        key: fields_of(operation["requestBody"], document)
        for key, operation in operations(document).items()
        if "requestBody" in operation
    }


def fields_of(body, document):
    (content,) = body["content"].values()
    schema = content["schema"]
    if "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    required = set(schema.get("required", ()))
    return required, schema["properties"].keys() - required


@pytest.fixture
def refusals(config, member, arrange, stranger):
    """One answer for each code whose details name something."""
    book = arrange(add_book, member.user)
    arrange(add_job, member.user, book)
    ended = arrange(lambda: add_job(member.user, add_book(member.user), status=JobStatus.COMPLETED))
    new = {"name": "أمينة", "email": "badr@example.org"}
    arrange(add_user, new["email"])
    passwords = {"password": PASSWORD, "password_confirm": PASSWORD}
    upload = Epub({"c.xhtml": page("<p>جاء سالم</p>")}).build().read()
    climbing = Epub({"c.xhtml": page("")}, files={"../c.xhtml": b""}).build()
    member.upload(BytesIO(upload))
    broken = create_app(config)
    broken.add_url_rule("/fails", view_func=lambda: 1 / 0)
    return [
        stranger.post("/api/auth/register/", json={}),
        stranger.post("/api/auth/register/", data="{", content_type="application/json"),
        stranger.post("/api/auth/register/", json={**new, **passwords}),
        member.put("/api/auth/profile/", json={**new, "password": "not this one"}),
        member.upload(BytesIO(upload)),
        member.upload(climbing),
        member.post(f"/api/books/{book.id}/reprocess/"),
        member.post(f"/api/jobs/{ended.id}/cancel/"),
        stranger.get("/readyz"),
        broken.test_client().get("/fails"),
    ]


def test_details_hold_what_is_told(refusals):
    told = {code: row[1] for row in table("### What `details` holds") for code in words(row[0])}
    given = {answer.json["error_code"]: answer.json["details"] for answer in refusals}

    assert given.keys() | {"TOO_MANY_REQUESTS"} == told.keys()
    for code, details in given.items():
        assert details, code
        named = set(words(told[code]))
        assert code in ABOUT_FIELDS or details.keys() <= named, code
    assert set(words(told["TOO_MANY_REQUESTS"])) == TooManyRequests("users", 60).details.keys()
