"""Whether e-mails can go out, and where to."""

from bookanalysis.config import Config
from bookanalysis.doctor.errors import MailFolderNotWritable, MailSenderWrong, MailServerUnusable
from bookanalysis.mail.errors import MailNotSent
from bookanalysis.mail.letters import is_sender
from bookanalysis.mail.transport import connected
from bookanalysis.storage import LocalStorage


def mail_goes_out(settings: Config) -> str:
    """Logs in where that is set, but sends nothing."""
    if not is_sender(settings.mail_from):
        raise MailSenderWrong(value=settings.mail_from)
    return _server_lets_us_in(settings) if settings.smtp_host else _folder_is_writable(settings)


def _server_lets_us_in(settings: Config) -> str:
    place = f"{settings.smtp_host}:{settings.smtp_port}"
    try:
        with connected(settings) as server:
            server.noop()
    except MailNotSent as error:
        raise MailServerUnusable(place=place, reason=error.values["reason"]) from error
    return f"{place}, {settings.smtp_security}"


def _folder_is_writable(settings: Config) -> str:
    try:
        LocalStorage(settings.mail_folder).check()
    except OSError as error:
        raise MailFolderNotWritable(folder=settings.mail_folder, reason=error.strerror) from error
    return f"SMTP_HOST=  ->  {settings.mail_folder}"
