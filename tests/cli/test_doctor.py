"""What `flask doctor` finds, by its exit status and its words."""

import os
import subprocess
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import flask_migrate
import pytest
from click.testing import CliRunner
from redis import Redis
from rq import Worker
from rq.serializers import JSONSerializer

from bookanalysis.ai.readers.errors import ReaderKeyRefused
from bookanalysis.app import create_app
from bookanalysis.cli.doctor import doctor
from bookanalysis.config import Config
from bookanalysis.doctor import examine
from bookanalysis.environment import PROJECT
from bookanalysis.extensions import db
from bookanalysis.jobs import reader as reader_module
from tests.mail.server import mail_server
from tests.redis_server import running_redis


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A Redis that a worker has said it is there."""
    with running_redis(tmp_path_factory.mktemp("redis")) as port:
        url = f"redis://127.0.0.1:{port}/0"
        with worker_at(url):
            yield url


@contextmanager
def worker_at(url, queue="ai_processing", **traits):
    worker = Worker([queue], connection=Redis.from_url(url), serializer=JSONSerializer)
    for name, value in traits.items():
        setattr(worker, name, value)
    worker.register_birth()
    try:
        yield
    finally:
        worker.register_death()


@pytest.fixture
def lonely_server(tmp_path):
    """A Redis that no worker knows."""
    with running_redis(tmp_path) as port:
        yield f"redis://127.0.0.1:{port}/0"


@pytest.fixture
def setting(monkeypatch, server, config):
    """An installation where all is well, to change a setting of."""
    for name in Config.__slots__:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("DATA_FOLDER", str(config.data_folder))
    monkeypatch.setenv("REDIS_URL", server)
    return monkeypatch.setenv


def troubles(**options):
    return {
        finding.subject.en: finding.trouble.error_code for finding in examine(**options) if finding.trouble
    }


def run(*arguments):
    return CliRunner().invoke(doctor, arguments)


def test_a_sound_installation_has_a_line_for_each_check(setting):
    result = run()

    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert len(lines) == 10
    assert all(line.startswith("ok") for line in lines)
    assert "قاعدة البيانات" in result.stdout


def test_what_is_wrong_is_said_in_both_languages_with_the_remedy(setting):
    setting("READER", "gemini")

    result = run()

    assert result.exit_code == 1
    assert "READER_KEY_MISSING" in result.stdout
    assert "Set READER_API_KEY" in result.stdout
    assert "اضبط READER_API_KEY" in result.stdout


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({"PORT": "web"}, {"settings": "WRONG_SETTING"}),
        ({"SECRET_KEY": "short"}, {"secret key": "SECRET_TOO_SHORT"}),
        ({"REDIS_URL": "redis://127.0.0.1:1/0"}, {"Redis": "REDIS_AWAY", "workers": "REDIS_AWAY"}),
        ({"REDIS_URL": "http://127.0.0.1"}, {"Redis": "REDIS_AWAY", "workers": "REDIS_AWAY"}),
        ({"DATABASE_URL": "sqlite:////no/such/folder/file"}, {"database": "DATABASE_AWAY"}),
        ({"DATABASE_URL": "nonsense"}, {"database": "DATABASE_AWAY"}),
        ({"DATABASE_URL": "sqlite://"}, {"database": "DATABASE_NOT_MIGRATED"}),
        ({"STORAGE_FOLDER": "/dev/null/books"}, {"storage": "STORAGE_NOT_WRITABLE"}),
        ({"SMTP_HOST": "127.0.0.1", "SMTP_PORT": "1"}, {"e-mail": "MAIL_SERVER_UNUSABLE"}),
        ({"MAIL_FROM": "nobody"}, {"e-mail": "MAIL_SENDER_WRONG"}),
        ({"LOG_FOLDER": "/dev/null/logs"}, {"logs": "LOGS_NOT_WRITABLE"}),
        ({"READER": "nobody"}, {"reader": "READER_UNKNOWN"}),
    ],
)
def test_each_trouble_is_found_and_no_other(setting, settings, found):
    for name, value in settings.items():
        setting(name, value)

    assert troubles() == found


def test_missing_workers_are_found(setting, lonely_server):
    setting("REDIS_URL", lonely_server)

    assert troubles() == {"workers": "WORKERS_MISSING"}


NOBODY = 2**22 + 1
"""More than a process's number can be."""


@pytest.mark.parametrize(
    ("traits", "is_there"),
    [
        ({"hostname": "elsewhere"}, True),
        ({"pid": NOBODY}, False),
        ({"queue": "email"}, False),
    ],
)
def test_a_worker_counts_that_lives_and_reads_books(setting, lonely_server, traits, is_there):
    setting("REDIS_URL", lonely_server)

    with worker_at(lonely_server, **traits):
        assert ("workers" not in troubles()) == is_there


def test_a_log_of_another_user_is_found(setting, tmp_path):
    folder = tmp_path / "logs"
    (folder / "web.log").mkdir(parents=True)
    setting("LOG_FOLDER", str(folder))

    assert troubles() == {"logs": "LOGS_NOT_WRITABLE"}


def test_in_production_each_danger_is_found(setting):
    setting("PRODUCTION", "yes")
    setting("SECRET_KEY", "0123456789abcdef" * 4)

    found = [finding.trouble.error_code for finding in examine() if finding.trouble]

    assert found == ["HTTPS_NOT_FORCED", "COOKIES_IN_THE_CLEAR", "ANY_HOST_TRUSTED"]


def test_a_database_of_an_older_version_is_found(setting, config):
    app = create_app(config)
    with app.app_context():
        flask_migrate.downgrade(revision="0001")
        db.engine.dispose()

    assert troubles() == {"database": "DATABASE_NOT_MIGRATED"}


def test_a_full_disk_is_found(setting, monkeypatch):
    nearly_full = SimpleNamespace(free=100 * 1024 * 1024)
    monkeypatch.setattr("bookanalysis.doctor.storage.shutil.disk_usage", lambda folder: nearly_full)

    assert troubles() == {"storage": "STORAGE_FULL"}


def test_where_e_mails_go_is_said(setting, config):
    assert str(config.data_folder / "mail") in run().stdout

    with mail_server() as server:
        setting("SMTP_HOST", "127.0.0.1")
        setting("SMTP_PORT", str(server.port))
        setting("SMTP_SECURITY", "none")
        output = run().stdout

    assert f"127.0.0.1:{server.port}, none" in output


def test_a_mail_folder_that_cannot_be_written_is_found(setting, config):
    (config.data_folder / "mail").write_text("no folder")

    assert troubles() == {"e-mail": "MAIL_FOLDER_NOT_WRITABLE"}


def test_passwords_and_keys_are_not_printed(setting):
    setting("REDIS_URL", "redis://:hidden@127.0.0.1:1/0")
    setting("DATABASE_URL", "postgresql+psycopg2://user:hidden@127.0.0.1:1/books")
    setting("READER_API_KEY", "hidden")
    setting("SMTP_PASSWORD", "hidden")
    setting("SMTP_HOST", "127.0.0.1")
    setting("SMTP_PORT", "1")
    setting("READER", "nobody")

    result = run()

    assert result.exit_code == 1
    assert "hidden" not in result.output


def test_the_reader_is_asked_only_when_told_to(setting, monkeypatch):
    asked = []

    class Refused:
        name = "chat"

        def name_book(self, opening, metadata):
            asked.append(opening)
            raise ReaderKeyRefused

    monkeypatch.setattr(reader_module, "open_reader", lambda *_: Refused())

    assert troubles() == {}
    assert asked == []
    assert troubles(ask=True) == {"reader's answer": "READER_KEY_REFUSED"}
    assert len(asked) == 1


def test_the_embedded_reader_answers(setting):
    assert troubles(ask=True) == {}


@pytest.mark.parametrize(
    "wrong", [{"PORT": "web"}, {"REDIS_URL": "http://127.0.0.1"}, {"DATABASE_URL": "nonsense"}]
)
def test_the_doctor_comes_also_where_no_application_can_be_made(tmp_path, wrong):
    environment = {**os.environ, "DATA_FOLDER": str(tmp_path), "REDIS_URL": "redis://127.0.0.1:1/0", **wrong}

    done = subprocess.run(
        [sys.executable, "-m", "flask", "doctor"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "!!" in done.stdout
    assert "Traceback" not in done.stderr
