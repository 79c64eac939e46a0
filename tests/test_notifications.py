import subprocess
import sys
from datetime import UTC, datetime

import pytest

from bookanalysis.ai.readers.errors import QuotaSpent
from bookanalysis.errors import NotAnEpub
from bookanalysis.models import JobStatus, utc_now
from bookanalysis.notifications import Event, publish, snapshot
from tests.rows import add_book, add_job, add_user

EVERY_PAYLOAD = {
    "event", "job_id", "book_id", "status", "stage", "progress", "chunk_num", "num_of_chunks",
    "message", "timestamp", "seq",
}  # fmt: skip


@pytest.fixture
def job(context):
    user = add_user()
    return add_job(user, add_book(user), status=JobStatus.RUNNING, chunk_num=2, num_of_chunks=7, seq=5)


@pytest.mark.parametrize("event", Event)
def test_every_event_has_the_same_frame_and_both_languages(job, published, event):
    publish(job, event)

    ((name, payload, room),) = published
    assert name == event.value
    assert payload.keys() == EVERY_PAYLOAD
    assert payload["message"]["en"]
    assert payload["message"]["ar"]
    assert "{" not in str(payload["message"].values())
    assert room == f"user_{job.user_id}"


def test_the_document_describes_what_each_event_brings(job, published, stranger):
    described = stranger.get("/api/openapi.json").json["components"]["schemas"]

    assert set(described["Notification"]["required"]) == EVERY_PAYLOAD
    assert described["Notification"]["properties"]["event"]["enum"] == [event.value for event in Event]
    assert set(described["Snapshot"]["required"]) == snapshot([job]).keys()


def test_an_event_carries_what_is_new(job, published):
    publish(job, Event.BOOK_NAMED, title="الأيام", author="طه حسين")

    payload = published[0][1]
    assert (payload["title"], payload["author"]) == ("الأيام", "طه حسين")
    assert (payload["chunk_num"], payload["num_of_chunks"], payload["seq"]) == (2, 7, 5)


def test_before_the_book_is_cut_no_parts_are_counted(job, published):
    job.num_of_chunks = 0

    publish(job, Event.PROGRESS)

    assert "0" not in published[0][1]["message"]["en"]


def test_a_failure_says_its_own_reason(job, published):
    job.fail(NotAnEpub())

    publish(job, Event.PROCESSING_FAILED)

    payload = published[0][1]
    assert payload["error_code"] == "NOT_AN_EPUB"
    assert payload["message"] == NotAnEpub().sentences


def test_a_job_that_waits_says_why(job, published):
    job.wait(utc_now(), QuotaSpent(datetime(2026, 3, 1, 8, tzinfo=UTC)))

    publish(job, Event.PROGRESS)

    payload = published[0][1]
    assert payload["error_code"] == "READER_QUOTA_SPENT"
    assert "2026-03-01 08:00" in payload["message"]["ar"]


def test_a_job_of_nobody_is_told_to_nobody(job, published):
    job.user_id = None

    publish(job, Event.PROGRESS)

    assert published == []


def test_a_snapshot_tells_each_job_as_its_events_do(job, published):
    publish(job, Event.PROGRESS)

    (state,) = snapshot([job])["jobs"]

    assert state.items() <= published[0][1].items()


def test_publishing_loads_no_eventlet():
    program = "import sys, bookanalysis.notifications as n; print('eventlet' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "False\n"
