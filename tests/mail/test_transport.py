import logging
from email import message_from_bytes
from email.policy import default
from traceback import format_exception
from uuid import UUID

import pytest

from bookanalysis.config import Config
from bookanalysis.environment import SmtpSecurity
from bookanalysis.mail.errors import MailNotSent, MailRefused
from bookanalysis.mail.letters import LetterKind, write_letter
from bookanalysis.mail.transport import deliver
from tests.mail.server import LOGIN, mail_server, make_certificate

CODE = "012345"


def letter(to="amina@example.org"):
    sender = "Books <books@example.org>"
    return write_letter(LetterKind.PASSWORD_RESET, to=to, sender=sender, job_id=UUID(int=7), code=CODE)


def settings(server=None, **changes):
    of_server = server.settings if server else {}
    return Config(mail_from="Books <books@example.org>", smtp_timeout=2, **{**of_server, **changes})


@pytest.fixture
def certificate(tmp_path):
    return make_certificate(tmp_path / "certificate.pem")


@pytest.fixture
def trusted(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    return certificate


def test_a_letter_arrives_with_both_languages_and_its_code():
    with mail_server() as server:
        deliver(letter(), settings(server))

    (arrived,) = server.letters
    assert server.recipients == [["amina@example.org"]]
    assert arrived["From"] == "Books <books@example.org>"
    assert arrived["Subject"] == "رمز تغيير كلمة المرور | Your password reset code"
    for kind in ("plain", "html"):
        text = arrived.get_body((kind,)).get_content()
        assert CODE in text
        assert "هذا رمزك" in text
        assert "This is your code" in text


@pytest.mark.parametrize("security", [SmtpSecurity.STARTTLS, SmtpSecurity.TLS])
def test_a_letter_goes_over_an_encrypted_way(trusted, security):
    with mail_server(security=security, certificate=trusted) as server:
        deliver(letter(), settings(server))

    assert len(server.letters) == 1


@pytest.mark.parametrize("security", [SmtpSecurity.STARTTLS, SmtpSecurity.TLS])
def test_a_server_that_nobody_vouches_for_gets_no_letter(certificate, security):
    with (
        mail_server(security=security, certificate=certificate) as server,
        pytest.raises(MailNotSent, match="CERTIFICATE_VERIFY_FAILED"),
    ):
        deliver(letter(), settings(server))

    assert server.letters == []


def test_a_server_without_starttls_gets_no_letter():
    with mail_server() as server, pytest.raises(MailNotSent):
        deliver(letter(), settings(server, smtp_security=SmtpSecurity.STARTTLS))

    assert server.letters == []


def test_a_server_may_want_a_login(trusted):
    user, password = (word.decode() for word in LOGIN)
    with mail_server(security=SmtpSecurity.STARTTLS, certificate=trusted, wants_login=True) as server:
        deliver(letter(), settings(server, smtp_user=user, smtp_password=password))
        with pytest.raises(MailNotSent, match="535") as refused:
            deliver(letter(), settings(server, smtp_user=user, smtp_password="wrong"))

    assert len(server.letters) == 1
    assert "wrong" not in refused.value.en


@pytest.mark.parametrize("step", ["refuses_recipients", "refuses_data"])
@pytest.mark.parametrize(
    ("reply", "error"),
    [("550 amina@example.org is unknown", MailRefused), ("451 amina@example.org is busy", MailNotSent)],
)
def test_a_refusal_is_for_good_or_for_now_as_the_server_says(step, reply, error):
    with mail_server() as server:
        setattr(server, step, reply)
        with pytest.raises(error, match=reply[:3]) as refused:
            deliver(letter(), settings(server))

    assert "amina" not in refused.value.en + refused.value.ar
    assert "amina" not in "".join(format_exception(refused.value))


def test_a_server_that_is_away_may_come_back():
    with mail_server() as server:
        port = server.port
    with pytest.raises(MailNotSent, match="Connection refused"):
        deliver(letter(), settings(server))

    with mail_server(port) as back:
        deliver(letter(), settings(back))

    assert len(back.letters) == 1


def test_without_a_server_a_letter_is_kept_in_a_folder_for_its_owner_only(tmp_path, caplog):
    caplog.set_level(logging.INFO, logger="bookanalysis")

    deliver(letter(), settings(data_folder=tmp_path))
    deliver(letter(), settings(data_folder=tmp_path))

    (file,) = (tmp_path / "mail").iterdir()
    assert file.suffix == ".eml"
    assert file.stat().st_mode & 0o777 == 0o600
    assert CODE in message_from_bytes(file.read_bytes(), policy=default).get_body(("plain",)).get_content()
    assert str(file) in caplog.text
    assert CODE not in caplog.text
    assert "amina" not in caplog.text
