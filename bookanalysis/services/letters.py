"""Letters that wait to be sent: each is a job that says what it is about."""

from uuid import UUID, uuid4

from bookanalysis.extensions import db
from bookanalysis.mail.letters import LetterKind
from bookanalysis.models import Job, JobType


def add_letter(kind: LetterKind, user_id: UUID | None = None, to: str | None = None) -> Job:
    """Into the caller's transaction; `enqueue_email` it after the commit.

    It goes to the user's address as it is when the letter is written, unless told otherwise.
    """
    about = {"kind": kind.value, **({"email": to} if to else {})}
    job = Job(id=uuid4(), user_id=user_id, job_type=JobType.EMAIL, parameters=about)
    db.session.add(job)
    return job
