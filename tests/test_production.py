"""What must not be so on the internet."""

import os
import secrets
import subprocess
import sys

import pytest
from dotenv import dotenv_values

from bookanalysis.config import Config
from bookanalysis.environment import PROJECT
from bookanalysis.production import dangers, refuse_unsafe
from bookanalysis.running.__main__ import run

SAFE = {
    "production": True,
    "secret_key": secrets.token_urlsafe(48),
    "force_https": True,
    "trusted_hosts": ("books.example.org",),
}


def found(**settings):
    return [danger.error_code for danger in dangers(Config(**{**SAFE, **settings}))]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"cors_origins": ("https://web.example",)},
        {"secret_key": secrets.token_hex(32)},
        {"redis_url": "redis://:k9s8@redis.internal:6379/0"},
        {"redis_url": "unix:///run/redis.sock"},
        {"database_url": "postgresql+psycopg2://books:Zx81-q@db.internal/books"},
        {"database_url": "postgresql+psycopg2:///books"},
    ],
)
def test_safe_settings_start(settings):
    assert found(**settings) == []
    refuse_unsafe(Config(**{**SAFE, **settings}))


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({"secret_key": ""}, ["SECRET_NOT_SHARED"]),
        ({"secret_key": "k9" * 15}, ["SECRET_TOO_SHORT"]),
        ({"secret_key": "abcd" * 16}, ["SECRET_GUESSABLE"]),
        ({"secret_key": "Change-this-key-before-you-deploy-0123456789"}, ["SECRET_GUESSABLE"]),
        ({"secret_key": "a key for tests that is long enough for HS256"}, ["SECRET_GUESSABLE"]),
        ({"force_https": False, "cookie_secure": True}, ["HTTPS_NOT_FORCED"]),
        ({"force_https": False}, ["HTTPS_NOT_FORCED", "COOKIES_IN_THE_CLEAR"]),
        ({"trusted_hosts": ()}, ["ANY_HOST_TRUSTED"]),
        ({"cors_origins": ("https://a.example", "http://b.example")}, ["ORIGIN_IN_THE_CLEAR"]),
        ({"redis_url": "redis://redis.internal:6379/0"}, ["REDIS_WITHOUT_PASSWORD"]),
        ({"redis_url": "redis://user@10.0.0.7:6379/0"}, ["REDIS_WITHOUT_PASSWORD"]),
        ({"database_url": "postgresql+psycopg2://books:books@db/books"}, ["DATABASE_PASSWORD_KNOWN"]),
        ({"database_url": "postgresql+psycopg2://books:Postgres@db/books"}, ["DATABASE_PASSWORD_KNOWN"]),
    ],
)
def test_each_danger_is_found_and_no_other(settings, codes):
    assert found(**settings) == codes


def test_the_database_address_of_the_example_is_found():
    example = (PROJECT / ".env.example").read_text(encoding="utf-8")
    address = next(word for word in example.split() if word.startswith("postgresql"))

    assert found(database_url=address) == ["DATABASE_PASSWORD_KNOWN"]


def test_the_example_as_it_is_would_not_start_in_production():
    settings = {**dotenv_values(PROJECT / ".env.example"), "PRODUCTION": "yes"}

    with pytest.raises(SystemExit) as refusal:
        refuse_unsafe(Config.from_environment({name: value or "" for name, value in settings.items()}))

    assert "SECRET_NOT_SHARED" in str(refusal.value)
    assert "ANY_HOST_TRUSTED" in str(refusal.value)


def test_what_is_refused_is_said_in_both_languages_without_the_secret():
    with pytest.raises(SystemExit) as refusal:
        refuse_unsafe(Config(**{**SAFE, "secret_key": "abcd" * 16}))

    assert "openssl rand" in str(refusal.value)
    assert "تخمينه" in str(refusal.value)
    assert "abcd" not in str(refusal.value)


def test_at_home_nothing_is_refused():
    refuse_unsafe(Config())


def test_make_run_does_not_start(tmp_path):
    with pytest.raises(SystemExit, match="SECRET_NOT_SHARED"):
        run(Config(production=True, data_folder=tmp_path / "var"))

    assert not (tmp_path / "var").exists()


@pytest.mark.parametrize("program", ["wsgi.py", "worker.py"])
def test_the_programs_do_not_start(tmp_path, program):
    environment = {**os.environ, "PRODUCTION": "yes", "DATA_FOLDER": str(tmp_path), "SECRET_KEY": "short"}

    done = subprocess.run(
        [sys.executable, program], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert "SECRET_TOO_SHORT" in done.stderr
    assert "Traceback" not in done.stderr
