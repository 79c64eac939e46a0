"""What a client is told of this installation, so that it need not guess."""

import pytest

from bookanalysis.config import MEGABYTE
from bookanalysis.schemas.auth import RegisterSchema
from tests.visitor import data_of

LIMITS = "/api/limits/"


def test_the_settings_of_this_installation_are_told_to_everyone(stranger, config_with):
    config_with(max_epub_mb=3, book_kept_days=30)

    assert data_of(stranger.get(LIMITS)) == {
        "upload_max_bytes": 3 * MEGABYTE,
        "deleted_books_kept_days": 30,
        "password_min_characters": 8,
        "password_max_characters": 128,
    }


@pytest.mark.parametrize("told", ["password_min_characters", "password_max_characters"])
def test_a_password_is_taken_at_its_limit_and_refused_beyond(stranger, told):
    length = data_of(stranger.get(LIMITS))[told]
    beyond = length - 1 if told == "password_min_characters" else length + 1

    assert "password" not in faults("س" * length)
    assert "password" in faults("س" * beyond)


def faults(password):
    account = {"name": "أمينة", "email": "amina@example.org", "password": password}
    return RegisterSchema().validate({**account, "password_confirm": password})


def test_who_has_them_gets_them_once_only(app):
    first = app.test_client().get(LIMITS)

    again = app.test_client().get(LIMITS, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]


def test_other_settings_are_sent_anew(app, config_with):
    first = app.test_client().get(LIMITS)
    config_with(max_epub_mb=3)

    assert app.test_client().get(LIMITS, headers={"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_telling_them_asks_the_database_nothing(amina, queries):
    queries.clear()

    amina.get(LIMITS)

    assert queries == []
