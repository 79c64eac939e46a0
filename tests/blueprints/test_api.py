"""Whatever is sent gets an answer in the envelope."""

import pytest
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionInTime

from bookanalysis.app import create_app
from bookanalysis.config import MEGABYTE
from tests.conftest import config_in
from tests.visitor import data_of, refused

JSON = "application/json"


@pytest.mark.parametrize("path", ["/api/", "/api/nothing/", "/api//books/", "/api/books/x/y", "/%00", "/ع"])
def test_an_unknown_address_is_not_found(stranger, path):
    refused(stranger.get(path), 404, "NOT_FOUND")


def test_a_method_that_is_not_there_names_those_that_are(amina):
    answer = amina.client.delete("/api/books/", headers=amina.headers)

    refused(answer, 405, "METHOD_NOT_ALLOWED")
    assert {"GET", "POST"} <= set(answer.headers["Allow"].split(", "))


@pytest.mark.parametrize("body", [b"{", b'{"email": }', b"\xff\xfe", b"[", b"nul"])
def test_a_body_that_is_no_json_is_told_so(stranger, body):
    answer = stranger.post("/api/auth/login/", data=body, content_type=JSON)

    refused(answer, 400, "BAD_REQUEST")


@pytest.mark.parametrize("body", ["[]", "7", "null", '"x"'])
def test_json_that_is_no_object_is_told_so(stranger, body):
    refused(stranger.post("/api/auth/login/", data=body, content_type=JSON), 422, "VALIDATION_ERROR")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/xml", "multipart/form-data; boundary=x", ""]
)
def test_another_content_type_is_told_so(stranger, content_type):
    answer = stranger.post("/api/auth/login/", data="email=a", content_type=content_type)

    refused(answer, 415, "UNSUPPORTED_MEDIA_TYPE")


def test_a_body_that_is_too_large_is_told_so(stranger):
    body = b'{"email": "' + b"x" * (MEGABYTE + 1) + b'"}'

    refused(stranger.post("/api/auth/login/", data=body, content_type=JSON), 413, "BODY_TOO_LARGE")


def test_a_mistake_of_ours_shows_no_trace(app, stranger):
    app.config["PROPAGATE_EXCEPTIONS"] = False
    app.add_url_rule("/broken", view_func=lambda: 1 // 0)

    answer = stranger.get("/broken")

    refused(answer, 500, "INTERNAL_ERROR")
    assert "Zero" not in answer.text


@pytest.mark.parametrize(
    "error",
    [OperationalError("SELECT 1", {}, Exception("database is locked")), NoConnectionInTime("QueuePool")],
    ids=["locked", "no connection"],
)
def test_a_database_that_is_away_is_told_so(app, stranger, error):
    def busy():
        raise error

    app.add_url_rule("/busy", view_func=busy)

    assert refused(stranger.get("/busy"), 503, "NOT_READY") == {"database": "away"}


def test_arabic_is_sent_as_it_is(stranger):
    assert "لا يوجد" in stranger.get("/nothing").get_data(as_text=True)


def test_alive_needs_nothing(stranger):
    assert data_of(stranger.get("/healthz")) == {}


def test_ready_names_what_is_away(stranger):
    details = refused(stranger.get("/readyz"), 503, "NOT_READY")

    assert details == {"database": "ready", "redis": "away", "storage": "ready"}


def test_ready_when_all_answer(stranger, app):
    app.extensions["redis"] = type("Answers", (), {"ping": lambda self: True})()

    assert stranger.get("/readyz").status_code == 200


@pytest.mark.parametrize("path", ["/api/docs", "/api/docs/"])
def test_the_docs_come_from_here(stranger, path):
    text = stranger.get(path).get_data(as_text=True)

    assert "/api/docs/files/swagger-ui-bundle.js" in text
    assert "https://" not in text
    assert stranger.get("/api/docs/files/swagger-ui-bundle.js").status_code == 200


@pytest.mark.parametrize("path", ["/api/openapi.json", "/api/openapi.json/"])
def test_the_document_shows_each_address_and_its_envelope(stranger, path):
    document = stranger.get(path).json

    assert document["openapi"] == "3.0.3"
    assert {"/api/auth/login/", "/api/books/", "/api/characters/relationships/"} <= set(document["paths"])
    schemas = document["components"]["schemas"]
    assert schemas["BookListAnswer"]["properties"].keys() == {"status", "en", "ar", "data", "pagination"}
    upload = document["paths"]["/api/books/"]["post"]["requestBody"]["content"]["multipart/form-data"]
    assert upload["schema"]["properties"].keys() == {"file", "title", "author", "description"}


def test_named_origins_may_call_and_no_other(migrated):
    client = create_app(config_in(migrated, cors_origins=("https://books.example",))).test_client()

    friend = client.get("/healthz", headers={"Origin": "https://books.example"})
    other = client.get("/healthz", headers={"Origin": "https://evil.example"})

    assert friend.headers["Access-Control-Allow-Origin"] == "https://books.example"
    assert "Content-Disposition" in friend.headers["Access-Control-Expose-Headers"]
    assert "Access-Control-Allow-Origin" not in other.headers


def test_by_default_no_other_origin_may_call(stranger):
    answer = stranger.client.get("/healthz", headers={"Origin": "https://evil.example"})

    assert "Access-Control-Allow-Origin" not in answer.headers
