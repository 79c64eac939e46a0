from dataclasses import fields
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bookanalysis.config import Config
from bookanalysis.environment import PROJECT, AsyncMode
from bookanalysis.errors import WrongSetting


def test_the_example_lists_each_setting_with_its_default():
    example = {name: value or "" for name, value in dotenv_values(PROJECT / ".env.example").items()}

    assert set(example) == {each.name.upper() for each in fields(Config)}
    assert Config.from_environment(example) == Config()


def test_a_setting_comes_from_the_environment_with_its_type():
    given = {
        "PORT": "8080",
        "ASYNC_MODE": "threading",
        "CORS_ORIGINS": "https://a.example, https://b.example",
    }

    config = Config.from_environment(given)

    assert config.port == 8080
    assert config.async_mode is AsyncMode.THREADING
    assert config.cors_origins == ("https://a.example", "https://b.example")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "web"),
        ("COOKIE_SECURE", "perhaps"),
        ("ASYNC_MODE", "x"),
        ("SMTP_SECURITY", "some"),
        ("CORS_ORIGINS", "*"),
        ("CORS_ORIGINS", "null"),
        ("CORS_ORIGINS", "https://*.example.org"),
        ("CORS_ORIGINS", "https://a.example/"),
        ("CORS_ORIGINS", "https://a.example, .*"),
        ("TRUSTED_HOSTS", "https://a.example"),
        ("TRUSTED_HOSTS", "a.example:443"),
        ("TRUSTED_HOSTS", "*"),
        ("READER_INPUT_PRICE", "free"),
        ("READER_OUTPUT_PRICE", "-1"),
        ("READER_OUTPUT_PRICE", "nan"),
    ],
)
def test_a_wrong_setting_is_named(name, value):
    with pytest.raises(WrongSetting, match=name):
        Config.from_environment({name: value})


def test_host_names_are_kept_in_small_letters():
    config = Config.from_environment({"TRUSTED_HOSTS": "Books.Example.org, .كتب.example, 10.0.0.7"})

    assert config.trusted_hosts == ("books.example.org", ".كتب.example", "10.0.0.7")


def test_what_is_secret_is_not_shown():
    secrets = ("SECRET_KEY", "READER_API_KEY", "DATABASE_URL", "REDIS_URL", "SMTP_PASSWORD")

    config = Config.from_environment(dict.fromkeys(secrets, "hidden"))

    assert config.reader_api_key == "hidden"
    assert "hidden" not in repr(config)


def test_relative_folders_start_at_the_project():
    config = Config.from_environment({"DATA_FOLDER": "elsewhere"})

    assert config.data_folder == PROJECT / "elsewhere"
    assert config.database == f"sqlite:///{PROJECT}/elsewhere/bookanalysis.sqlite3"
    assert config.storage == PROJECT / "elsewhere" / "books"


def test_the_key_is_made_once_and_kept_from_others(tmp_path: Path):
    first = Config(data_folder=tmp_path).key

    assert Config(data_folder=tmp_path).key == first
    assert len(first) >= 32
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
