"""Whether all that the program needs is there: each check is one function of the settings.

A check returns what is worth telling when all is well, and else raises what is wrong and what to do.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bookanalysis.config import Config
from bookanalysis.doctor.database import database_is_ready
from bookanalysis.doctor.logs import logs_are_writable
from bookanalysis.doctor.mail import mail_goes_out
from bookanalysis.doctor.reader import reader_answers, reader_is_set
from bookanalysis.doctor.redis import redis_answers
from bookanalysis.doctor.secret import secret_is_long
from bookanalysis.doctor.storage import storage_is_writable
from bookanalysis.doctor.workers import workers_are_there
from bookanalysis.errors import BookAnalysisError
from bookanalysis.messages import Message
from bookanalysis.production import dangers

Check = Callable[[Config], str]

SETTINGS = Message("settings", "الإعدادات")
PRODUCTION = Message("production", "التشغيل الفعلي")
CHECKS: tuple[tuple[Message, Check], ...] = (
    (Message("secret key", "المفتاح السري"), secret_is_long),
    (Message("database", "قاعدة البيانات"), database_is_ready),
    (Message("Redis", "ريدس"), redis_answers),
    (Message("workers", "العمّال"), workers_are_there),
    (Message("storage", "التخزين"), storage_is_writable),
    (Message("e-mail", "البريد الإلكتروني"), mail_goes_out),
    (Message("logs", "السجلات"), logs_are_writable),
    (Message("reader", "القارئ"), reader_is_set),
)
ASKING: tuple[tuple[Message, Check], ...] = ((Message("reader's answer", "جواب القارئ"), reader_answers),)
"""What costs a call."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`trouble` is None if all is well; `detail` is what was seen."""

    subject: Message
    detail: str = ""
    trouble: BookAnalysisError | None = None


def examine(ask: bool = False) -> Iterator[Finding]:
    """One finding a check; settings that cannot be read are the only one."""
    try:
        settings = Config.from_environment()
    except BookAnalysisError as error:
        yield Finding(SETTINGS, trouble=error)
        return
    yield Finding(SETTINGS)
    yield from _findings_in_production(settings)
    for subject, check in CHECKS + (ASKING if ask else ()):
        yield _find(subject, check, settings)


def _findings_in_production(settings: Config) -> Iterator[Finding]:
    """One for each danger, where PRODUCTION asks for safety."""
    found = list(dangers(settings)) if settings.production else []
    yield from [Finding(PRODUCTION, trouble=danger) for danger in found] or [
        Finding(PRODUCTION, detail="yes" if settings.production else "no")
    ]


def _find(subject: Message, check: Check, settings: Config) -> Finding:
    try:
        return Finding(subject, detail=check(settings))
    except BookAnalysisError as error:
        return Finding(subject, trouble=error)
