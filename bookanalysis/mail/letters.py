"""What an e-mail says: its words are in `templates/`, one file for each kind and language.

A file's first line is the subject, what follows are paragraphs. Nothing that someone typed is in a letter
but the address: whoever registers somebody else's address cannot make us send that person their words.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from enum import StrEnum
from uuid import UUID

from jinja2 import Environment, PackageLoader, StrictUndefined

from bookanalysis.mail.errors import MailRefused
from bookanalysis.models import utc_now

_words = Environment(loader=PackageLoader("bookanalysis.mail"), undefined=StrictUndefined, autoescape=False)  # noqa: S701  plain text
_pages = Environment(
    loader=PackageLoader("bookanalysis.mail"), undefined=StrictUndefined, autoescape=True, trim_blocks=True
)


class LetterKind(StrEnum):
    """Also the name of its templates."""

    WELCOME = "welcome"
    PASSWORD_RESET = "password_reset"  # noqa: S105
    PASSWORD_CHANGED = "password_changed"  # noqa: S105
    EMAIL_CHANGED = "email_changed"


@dataclass(frozen=True, slots=True)
class Words:
    """A letter in one language."""

    subject: str
    paragraphs: Sequence[str]


def write_letter(kind: LetterKind, *, to: str, sender: str, job_id: UUID, code: str = "") -> EmailMessage:
    """Arabic first, then English. Written again for the same job, it has the same Message-ID.

    Raises `MailRefused` if `to` is no address that a mail can go to.
    """
    ar, en = (_words_of(kind, language, code) for language in ("ar", "en"))
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = Address(addr_spec=_ascii_domain(to))
    message["Subject"] = f"{ar.subject} | {en.subject}"
    message["Date"] = format_datetime(utc_now())
    message["Message-ID"] = f"<{job_id}@{_domain_of(sender)}>"
    message["Auto-Submitted"] = "auto-generated"
    message["Content-Language"] = "ar, en"
    texts = {"ar": ar, "en": en, "code": code}
    message.set_content(_words.get_template("letter.txt").render(texts), cte="base64")
    message.add_alternative(_pages.get_template("letter.html").render(texts), subtype="html", cte="base64")
    return message


def is_sender(address: str) -> bool:
    """Whether letters can come from there: one plain address, with or without a name before it."""
    message = EmailMessage(policy=SMTP)
    try:
        message["From"] = address
        (sender,) = message["From"].addresses
    except (MessageError, ValueError, IndexError):
        return False
    return bool(sender.username and sender.domain) and not message["From"].defects


def _words_of(kind: LetterKind, language: str, code: str) -> Words:
    subject, *paragraphs = (
        _words.get_template(f"{kind.value}.{language}.txt").render(code=code).strip().splitlines()
    )
    return Words(subject, [paragraph for paragraph in paragraphs if paragraph])


def _ascii_domain(address: str) -> str:
    """As mail servers know it. Before the @, letters beyond ASCII are refused: few servers take them."""
    name, _, domain = address.rpartition("@")
    try:
        spec = f"{name}@{domain.encode('idna').decode('ascii')}"
        return Address(addr_spec=spec).addr_spec
    except (MessageError, ValueError, IndexError):
        raise MailRefused(reason="no mail address") from None  # its cause shows the address


def _domain_of(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2] or "localhost"
