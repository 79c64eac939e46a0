"""What is sent to break things is refused like any mistake: in the envelope, never as a mistake of ours."""

import base64
import json
from random import randbytes

import pytest

from tests.epub.builder import Epub, page
from tests.visitor import refused

JSON = "application/json"
DEEP = "[" * 100_000
DEEP_OBJECT = '{"email":' * 50_000
MANY_DIGITS = "1" * 5000


@pytest.mark.parametrize(
    "body",
    [
        DEEP,
        DEEP_OBJECT,
        '{"email": ' + MANY_DIGITS + "}",
        '{"email": -' + MANY_DIGITS + "}",
        '{"email": "\\ud800"',
        "\ufeff{}",
    ],
    ids=["deep list", "deep object", "digits", "negative digits", "half a character", "byte order mark"],
)
def test_json_that_cannot_be_read_is_told_so(stranger, body):
    refused(stranger.post("/api/auth/login/", data=body.encode(), content_type=JSON), 400, "BAD_REQUEST")
    refused(
        stranger.post("/api/auth/token/refresh/", data=body.encode(), content_type=JSON), 400, "BAD_REQUEST"
    )


@pytest.mark.parametrize("value", ["1e999", "-1e999", "NaN", "Infinity", "{}", "[[]]", "true"])
def test_odd_values_name_their_field(stranger, value):
    body = f'{{"email": {value}, "password": "x"}}'

    answer = stranger.post("/api/auth/login/", data=body, content_type=JSON)

    assert "email" in refused(answer, 422, "VALIDATION_ERROR")


@pytest.mark.parametrize("text", ["\x00", "a\x00@example.org", "\ud800", "a\ud800@example.org"])
@pytest.mark.parametrize("field", ["email", "password"])
def test_what_no_database_keeps_is_refused_at_login(stranger, field, text):
    form = {"email": "amina@example.org", "password": "long enough", field: text}

    answer = stranger.post("/api/auth/login/", data=json.dumps(form), content_type=JSON)

    assert field in refused(answer, 422, "VALIDATION_ERROR")


@pytest.mark.parametrize("text", ["\x00", "\ud800", "a.b.\ud800", "ع.ع.ع"])
def test_a_token_of_no_letters_is_wrong(stranger, text):
    answer = stranger.post("/api/auth/token/refresh/", data=json.dumps({"refresh": text}), content_type=JSON)

    assert answer.status_code in (401, 422), answer.text


@pytest.mark.parametrize(
    "header", [DEEP[:5000], '{"alg":' + MANY_DIGITS + "}", '{"alg": {}}', "[]", "null", "7"]
)
def test_a_token_whose_header_is_no_header_is_wrong(stranger, header):
    stranger.headers = {"Authorization": f"Bearer {_coded(header)}.{_coded('{}')}.x"}

    refused(stranger.get("/api/books/"), 401, "WRONG_TOKEN")


@pytest.mark.parametrize("value", [MANY_DIGITS, "-1", "1e3", "0x10", "١", " 1 ", "true", "%00", "1&page=2"])
def test_a_page_that_is_none_is_told_so(amina, value):
    answer = amina.get(f"/api/books/?page={value}")

    assert answer.status_code in (200, 422), answer.text


@pytest.mark.parametrize("query", ["q=%00", "q=%ED%A0%80", "q=" + "a" * 201, "language=%00", "q=%ff%fe"])
def test_text_in_a_query_is_text(amina, query):
    answer = amina.get(f"/api/books/?{query}")

    assert answer.status_code in (200, 422), answer.text


def test_a_form_of_many_parts_is_refused(amina):
    parts = {f"field{number}": "x" for number in range(21)}

    refused(amina.post("/api/books/", data=parts, content_type="multipart/form-data"), 413, "BODY_TOO_LARGE")


def test_a_field_longer_than_any_description_is_refused(amina):
    answer = amina.post(
        "/api/books/", data={"description": "x" * 300_000}, content_type="multipart/form-data"
    )

    refused(answer, 413, "BODY_TOO_LARGE")


def test_the_limits_of_a_form_let_a_large_book_in(amina):
    picture = {"OPS/cover.png": randbytes(3_000_000)}

    answer = amina.upload(Epub({"c1.xhtml": page("<p>جاء أحمد.</p>")}, files=picture).build())

    assert answer.status_code == 202


@pytest.mark.parametrize("field", ["id", "user_id", "is_staff", "is_superuser", "is_active", "password_hash"])
def test_what_the_server_owns_cannot_be_set_by_registering(stranger, field):
    form = {
        "name": "أ",
        "email": "a@example.org",
        "password": "long enough",
        "password_confirm": "long enough",
    }

    answer = stranger.post("/api/auth/register/", json={**form, field: True})

    assert refused(answer, 422, "VALIDATION_ERROR").keys() == {field}


@pytest.mark.parametrize("field", ["user_id", "file", "processing_status", "file_sha256"])
def test_what_the_server_owns_cannot_be_set_by_an_upload(amina, field):
    answer = amina.post("/api/books/", data={field: "x"}, content_type="multipart/form-data")

    refused(answer, 422, "VALIDATION_ERROR")


def _coded(text):
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


def test_an_address_that_grows_in_small_letters_is_measured_then(stranger):
    address = "İ" * 240 + "@example.org"
    form = {"name": "أ", "email": address, "password": "long enough", "password_confirm": "long enough"}

    assert "email" in refused(stranger.post("/api/auth/register/", json=form), 422, "VALIDATION_ERROR")


def test_letters_that_fold_alike_make_one_address(stranger):
    form = {"name": "أ", "password": "long enough", "password_confirm": "long enough"}
    stranger.post("/api/auth/register/", json={**form, "email": "kamal@example.org"})

    kelvin = stranger.post("/api/auth/register/", json={**form, "email": "\u212aamal@example.org"})

    refused(kelvin, 409, "EMAIL_TAKEN")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x85", "\u2028"])
@pytest.mark.parametrize("field", ["title", "author"])
def test_a_name_is_a_single_line(amina, field, end):
    """It goes into headers, of downloads and mails."""
    answer = amina.post(
        "/api/books/", data={field: f"كتاب{end}X-Evil: 1"}, content_type="multipart/form-data"
    )

    assert field in refused(answer, 422, "VALIDATION_ERROR")


def test_a_description_may_have_lines(amina):
    answer = amina.post("/api/books/", data={"description": "سطر\nسطر"}, content_type="multipart/form-data")

    assert refused(answer, 422, "VALIDATION_ERROR").keys() == {"file"}


def test_a_name_of_a_user_is_a_single_line(stranger):
    form = {"name": "أ\r\nBcc: b@example.org", "email": "a@example.org", "password": "long enough"}

    answer = stranger.post("/api/auth/register/", json={**form, "password_confirm": "long enough"})

    assert "name" in refused(answer, 422, "VALIDATION_ERROR")
