import pytest

from bookanalysis.logs.secrets import without_secrets

HIDDEN = [
    "Authorization: Bearer abc.def-123",
    "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.s3cr3t-s1gn",
    "redis://:s3cr3t@10.0.0.1:6379/0 refuses",
    "postgresql+psycopg2://user:s3cr3t@db/books",
    "GET https://example.org/v1/models?key=s3cr3t&alt=json",
    "{'x-goog-api-key': 's3cr3t', 'a': 1}",
    '{"password": "s3cr3t"}',
    "refresh_token=s3cr3t",
    "Set-Cookie: s3cr3t",
]


@pytest.mark.parametrize("text", HIDDEN)
def test_a_secret_is_not_told(text):
    told = without_secrets(text)

    assert "s3cr3t" not in told
    assert "abc.def" not in told
    assert "***" in told


def test_what_stands_around_it_is_told():
    assert without_secrets("GET /v1?key=s3cr3t&alt=json failed") == "GET /v1?key=***&alt=json failed"


@pytest.mark.parametrize(
    "text", ["TOKEN_EXPIRED", "3500 tokens read", "http://127.0.0.1:5000/api", "password_changed", "مفتاح"]
)
def test_what_is_no_secret_stays(text):
    assert without_secrets(text) == text
