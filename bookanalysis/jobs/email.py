"""Send one letter."""

import logging
from email.message import EmailMessage
from uuid import UUID

from sqlalchemy import select

from bookanalysis.config import config
from bookanalysis.extensions import db
from bookanalysis.jobs.attempt import attempt
from bookanalysis.jobs.ending import end_as_failed
from bookanalysis.jobs.lease import Lease
from bookanalysis.mail.errors import MailRefused
from bookanalysis.mail.letters import LetterKind, write_letter
from bookanalysis.mail.transport import deliver
from bookanalysis.models import Job, User
from bookanalysis.services.reset_codes import issue_code

logger = logging.getLogger(__name__)


def send_email(job_id: str) -> None:
    """A run that dies between sending and committing leaves one letter too many, with the same Message-ID
    and the same code; one that dies before leaves none too few.
    """
    attempt(UUID(job_id), _begin, _send)


def _begin(_job: Job) -> None:
    db.session.commit()


def _send(lease: Lease) -> None:
    try:
        letter = _write(lease)
        if letter is None:
            logger.info("Nobody is to get this letter")
        else:
            deliver(letter, config())
    except MailRefused as refusal:
        logger.info("Refused: %s", refusal.en)
        end_as_failed(lease.guard(), refusal)
    else:
        _complete(lease)


def _write(lease: Lease) -> EmailMessage | None:
    """None if nobody is to get it. A code is committed before it leaves."""
    job = lease.guard()
    about = job.parameters or {}
    kind = LetterKind(about["kind"])
    code = ""
    match kind:
        case LetterKind.PASSWORD_RESET:
            to, code = _address_and_code(job, about["email"])
        case LetterKind.EMAIL_CHANGED:
            to = about["email"]
        case _:
            to = db.session.get_one(User, job.user_id).email
    db.session.commit()
    if not to:
        return None
    return write_letter(kind, to=to, sender=config().mail_from, job_id=job.id, code=code)


def _address_and_code(job: Job, email: str) -> tuple[str, str]:
    """Nothing, if there is no open account with this address, or it got too many codes of late."""
    user = db.session.scalar(select(User).where(User.email == email, User.is_active).with_for_update())
    code = issue_code(user, job) if user else None
    return (user.email, code) if user and code else ("", "")


def _complete(lease: Lease) -> None:
    lease.guard().complete()
    db.session.commit()
    logger.info("Complete")
