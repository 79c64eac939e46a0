"""`flask jobs`: see and steer what runs in the background."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

import click
from flask.cli import with_appcontext
from sqlalchemy import Row, select

from bookanalysis.cli.command import Group, telling_refusals
from bookanalysis.cli.rows import job_with
from bookanalysis.extensions import db
from bookanalysis.models import Job, JobStatus, JobType, User
from bookanalysis.services.jobs import cancel_job
from bookanalysis.services.requeueing import requeue_job


def _one_of(words: type[StrEnum]) -> click.Choice[str]:
    return click.Choice([word.value for word in words])


@click.group(cls=Group)
def jobs() -> None:
    """See and steer the background jobs."""


@jobs.command("list")
@click.option("--status", type=_one_of(JobStatus), help="Only those that stand so.")
@click.option("--type", "job_type", type=_one_of(JobType), help="Only those of this type.")
@click.option("--user", "email", metavar="EMAIL", help="Only those of this account.")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True, help="How many.")
@with_appcontext
def list_jobs(status: str | None, job_type: str | None, email: str | None, limit: int) -> None:
    """Show the newest jobs."""
    found = select(Job, User.email).outerjoin(User, User.id == Job.user_id)
    if status:
        found = found.where(Job.status == JobStatus(status))
    if job_type:
        found = found.where(Job.job_type == JobType(job_type))
    if email:
        found = found.where(User.email == email.lower())
    _print(db.session.execute(found.order_by(Job.created_at.desc(), Job.id).limit(limit)).all())


@jobs.command()
@click.argument("job")
@with_appcontext
def requeue(job: str) -> None:
    """Let JOB (its id), which failed, run again; what it has read is not read again.

    Exits with 0 when it waits for a worker, 2 when it may not run.
    """
    with telling_refusals():
        requeued = requeue_job(job_with(job))
    click.echo(f"Job {requeued.id} will run again. ستعمل هذه المهمة من جديد.")


@jobs.command()
@click.argument("job")
@with_appcontext
def cancel(job: str) -> None:
    """Cancel JOB (its id), which reads a book; what it has read stays.

    Exits with 0 when it is cancelled, 2 when there is nothing to cancel.
    """
    with telling_refusals():
        cancelled = cancel_job(job_with(job))
    click.echo(f"Job {cancelled.id} is cancelled. أُلغيت هذه المهمة.")


def _print(found: Sequence[Row[Job, str]]) -> None:
    """A job is some short lines: its id can be copied whole from a terminal of 80 columns."""
    if not found:
        click.echo("There are no such jobs. لا توجد مهام كهذه.")
    for job, email in found:
        click.echo(f"{job.id}  {job.status:<9} {job.progress:>3} %  {_time(job.created_at)}")
        click.echo(f"    {job.job_type}  {email or ''}".rstrip())
        if job.error_code or job.retry_at:
            click.echo(f"    {_why(job)}")


def _why(job: Job) -> str:
    """It waits or has failed, and when it goes on."""
    goes_on = f"→ {_time(job.retry_at)}" if job.retry_at else ""
    return f"{job.error_code or ''} {goes_on}".strip()


def _time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"
