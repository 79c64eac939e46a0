"""How an e-mail goes out: to an SMTP server, or, where none is set, into a folder."""

import logging
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path

from bookanalysis.config import Config
from bookanalysis.environment import SmtpSecurity
from bookanalysis.mail.errors import MailNotSent, MailRefused

logger = logging.getLogger(__name__)

PERMANENT = range(500, 600)


def deliver(message: EmailMessage, settings: Config) -> None:
    """Raises `MailRefused` if the server will never take it, `MailNotSent` if it may later."""
    if settings.smtp_host:
        with connected(settings) as server:
            _send(server, message, settings)
    else:
        path = _keep(message, settings.mail_folder)
        logger.info("SMTP_HOST is not set: the e-mail is in %s", path)


@contextmanager
def connected(settings: Config) -> Iterator[smtplib.SMTP]:
    """A server that has let us in, for the block. Raises `MailNotSent`, also for what goes wrong in it."""
    try:
        server = _open(settings)
        try:
            if settings.smtp_security is SmtpSecurity.STARTTLS:
                server.starttls(context=ssl.create_default_context())
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password)
            yield server
            with suppress(OSError):  # whatever comes now, it has taken what we sent
                server.quit()
        finally:
            server.close()
    except smtplib.SMTPResponseException as error:
        raise MailNotSent(reason=error.smtp_code) from None
    except (OSError, UnicodeError) as error:
        raise MailNotSent(reason=_kind_of(error)) from error


def _open(settings: Config) -> smtplib.SMTP:
    place = settings.smtp_host, settings.smtp_port
    if settings.smtp_security is SmtpSecurity.TLS:
        return smtplib.SMTP_SSL(*place, timeout=settings.smtp_timeout, context=ssl.create_default_context())
    return smtplib.SMTP(*place, timeout=settings.smtp_timeout)


def _send(server: smtplib.SMTP, message: EmailMessage, settings: Config) -> None:
    """What the server says may name the recipient, and tracebacks are kept: no cause is shown."""
    try:
        server.send_message(message, parseaddr(settings.mail_from)[1], message["To"].addresses[0].addr_spec)
    except smtplib.SMTPRecipientsRefused as refused:
        ((code, _),) = refused.recipients.values()
        raise _refusal(code) from None
    except smtplib.SMTPDataError as refused:
        raise _refusal(refused.smtp_code) from None


def _refusal(code: int) -> MailRefused | MailNotSent:
    return MailRefused(reason=code) if code in PERMANENT else MailNotSent(reason=code)


def _keep(message: EmailMessage, folder: Path) -> Path:
    """For its owner's eyes only; a letter that is sent again takes its own place."""
    folder.mkdir(parents=True, exist_ok=True)
    name = message["Message-ID"].strip("<>").partition("@")[0]
    path, draft = folder / f"{name}.eml", folder / f".{name}"
    draft.touch(mode=0o600)
    draft.write_bytes(message.as_bytes(policy=SMTP))
    draft.rename(path)
    return path


def _kind_of(error: Exception) -> str:
    return getattr(error, "strerror", None) or type(error).__name__
