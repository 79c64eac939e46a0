"""One attempt at a job: what all jobs have around their work."""

import logging
from collections.abc import Callable
from uuid import UUID

from bookanalysis.errors import BookAnalysisError
from bookanalysis.jobs.ending import put_off, try_again_or_fail
from bookanalysis.jobs.errors import STOPPED, LeaseLost
from bookanalysis.jobs.lease import Lease, take_lease
from bookanalysis.logs.context import note, noting
from bookanalysis.models import Job, utc_now

logger = logging.getLogger(__name__)


def attempt(job_id: UUID, begin: Callable[[Job], None], work: Callable[[Lease], None]) -> None:
    """Hold the job while `work` runs, and see to every way that it can end.

    `begin` finds the job in an open transaction, and commits it. Run twice at once, the second finds the
    job taken; run again after a crash, it goes on. An error that `work` does not see to itself is tried
    again later, a few times, and raised to the queue.
    """
    with noting(job_id=str(job_id)):
        taken = take_lease(job_id)
        if taken is None:
            logger.info("Nothing to run")
            return
        lease, job = taken
        note(attempt=job.attempts)
        begin(job)
        with lease.kept(hand_back=lambda: _hand_back(lease)):
            try:
                _see_through(lease, work)
            except LeaseLost:
                logger.info("Cancelled, ended, taken over or deleted")


def _see_through(lease: Lease, work: Callable[[Lease], None]) -> None:
    """Raises `LeaseLost` when the job is no longer this run's."""
    try:
        work(lease)
    except LeaseLost:
        raise
    except SystemExit:  # the worker is asked to stop
        _hand_back(lease)
        raise
    except Exception as error:
        why = error if isinstance(error, BookAnalysisError) else BookAnalysisError()
        try_again_or_fail(lease.guard(), why)
        raise


def _hand_back(lease: Lease) -> None:
    """For the next worker."""
    job = lease.guard()
    put_off(job, utc_now(), STOPPED[job.job_type]())
