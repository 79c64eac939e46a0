"""Letters for the tests of their job."""

import re

from bookanalysis.extensions import db
from bookanalysis.mail.letters import LetterKind
from bookanalysis.models import Job
from bookanalysis.services.letters import add_letter

EMAIL = "amina@example.org"


def letter_job(kind=LetterKind.PASSWORD_RESET, **whom):
    job = add_letter(kind, **(whom or {"to": EMAIL}))
    db.session.commit()
    return job.id


def fresh(job_id):
    db.session.rollback()
    return db.session.get(Job, job_id, populate_existing=True)


def codes_in(server):
    texts = [letter.get_body(("plain",)).get_content() for letter in server.letters]
    return [re.search(r"^\d{6}\r?$", text, re.MULTILINE).group().strip() for text in texts]


def is_now(job_id, **columns):
    db.session.execute(Job.__table__.update().where(Job.id == job_id).values(**columns))
    db.session.commit()
