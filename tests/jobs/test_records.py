"""Each record of a run says whose it is, in whatever thread it was written."""

import logging

from bookanalysis.jobs.process_book import process_book
from bookanalysis.logs.context import noted, noting

OURS = ("job_id", "book_id", "attempt", "request_id")


def test_each_record_of_a_run_tells_job_book_attempt_and_request(job, logged):
    with noting(request_id="from-the-web"):
        process_book(str(job.id))

    records = logged.of("bookanalysis.jobs.process_book")
    assert [record["event"] for record in records] == ["The attempt begins", "Complete"]
    for record in records:
        assert [record[name] for name in OURS] == [str(job.id), str(job.book_id), 1, "from-the-web"]


def test_a_run_leaves_no_notes_behind(job):
    process_book(str(job.id))

    assert not noted()


def test_a_reader_in_its_threads_tells_job_and_passage(job, logged, scripted):
    asking = logging.getLogger("bookanalysis.ai.readers.chat.calling")
    scripted.before = lambda question, passage: asking.info(question, extra={"about": passage.number})

    process_book(str(job.id))

    records = logged.of(asking.name)
    assert len({record["passage"] for record in records}) > 1
    assert all(record["passage"] == record["about"] for record in records)
    assert {record["job_id"] for record in records} == {str(job.id)}
    assert {record["book_id"] for record in records} == {str(job.book_id)}


def test_a_run_that_is_refused_says_why(job, logged, scripted):
    scripted.kind = "poetry"

    process_book(str(job.id))

    codes = [record.get("error_code") for record in logged.lines if record.get("job_id") == str(job.id)]
    assert "NOT_LITERARY" in codes
