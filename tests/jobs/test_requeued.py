"""A job that failed runs again only if an operator says so."""

import pytest

from bookanalysis.errors import NotAnEpub
from bookanalysis.extensions import db
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import JobStatus


@pytest.fixture
def failed(job):
    job.fail(NotAnEpub())
    db.session.commit()
    return job


def test_a_late_hint_does_not_run_a_job_that_failed(failed, fresh, published):
    process_book(str(failed.id))

    assert (fresh().status, fresh().attempts) == (JobStatus.FAILED, 0)
    assert published == []


def test_a_requeued_job_is_read_to_the_end(failed, fresh):
    failed.requeue()
    db.session.commit()

    process_book(str(failed.id))

    assert fresh().status is JobStatus.COMPLETED
