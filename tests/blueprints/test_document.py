"""What the OpenAPI document says of every operation."""

import json
from pathlib import Path

import pytest

COMMITTED = Path(__file__).parents[2] / "docs/openapi.json"


@pytest.fixture
def document(stranger):
    return stranger.get("/api/openapi.json").json


def operations(document):
    return {
        (method, path): operation
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method != "parameters"
    }


def test_the_committed_document_is_the_programs(document):
    assert json.loads(COMMITTED.read_text()) == document, "make client writes it anew"


def test_each_operation_has_a_name_of_its_own(document):
    names = [operation["operationId"] for operation in operations(document).values()]

    assert "getBookDetails" in names
    assert len(set(names)) == len(names)


def test_each_operation_says_whom_it_lets_in(document):
    open_to_all = {path for (_, path), operation in operations(document).items() if not operation["security"]}

    assert {"/api/auth/login/", "/api/auth/register/", "/healthz", "/readyz"} <= open_to_all
    assert not any(path.startswith(("/api/books", "/api/jobs", "/api/char")) for path in open_to_all)


def test_who_asks_for_a_token_refuses_without_one(document):
    for operation in operations(document).values():
        if operation["security"] and {} not in operation["security"]:
            assert "401" in operation["responses"]


def test_each_named_scheme_is_described(document):
    named = {
        scheme
        for operation in operations(document).values()
        for either in operation["security"]
        for scheme in either
    }

    assert named == document["components"]["securitySchemes"].keys()


def test_each_refusal_is_an_envelope(document):
    for operation in operations(document).values():
        for status, answer in operation["responses"].items():
            if status.isdigit() and int(status) >= 400 and "$ref" not in answer:
                assert answer["content"]["application/json"]["schema"]["$ref"].endswith("/Refusal")


def test_what_an_answer_always_holds_is_required(document):
    schemas = document["components"]["schemas"]

    assert schemas["BookDetailsAnswer"]["required"] == ["ar", "data", "en", "status"]
    assert "refresh" not in schemas["Tokens"]["required"]
    assert schemas["Result"].get("required") is None


def test_what_may_be_null_says_so(document):
    usage = document["components"]["schemas"]["Job"]["properties"]["usage"]["anyOf"]

    assert {"type": "object", "nullable": True, "enum": [None]} in usage
    assert {"$ref": "#/components/schemas/Usage"} in usage


def test_no_query_is_said_to_take_a_null(document):
    queries = [
        parameter["schema"]
        for operation in operations(document).values()
        for parameter in operation.get("parameters", [])
        if parameter["in"] == "query"
    ]

    assert any("enum" in schema for schema in queries)
    for schema in queries:
        assert "nullable" not in schema
        assert None not in [schema.get("default", ""), *schema.get("enum", [])]


def test_a_body_may_be_missing_where_nothing_in_it_must_be_said(document):
    asked = {
        name: operation["requestBody"]["required"]
        for name, operation in operations(document).items()
        if "requestBody" in operation
    }

    assert {name for name, is_required in asked.items() if not is_required} == {
        ("post", "/api/auth/token/refresh/"),
        ("put", "/api/books/{book_id}/"),
    }
