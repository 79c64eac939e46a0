"""A run whose account is deleted while it reads."""

import pytest
from sqlalchemy import func, select

from bookanalysis.extensions import db
from bookanalysis.jobs.process_book import process_book
from bookanalysis.models import Character, Chunk, Job, User


@pytest.mark.parametrize("question", ["list_names 1", "describe 2", "confirm_names 7"])
def test_it_ends_quietly_and_writes_nothing_more(job, scripted, published, question):
    def leave(asked, passage):
        if f"{asked} {passage.number}" == question:
            with engine.begin() as connection:
                for table in (Job, User):  # as the service does: a run holds its job first
                    connection.execute(table.__table__.delete())
            gone.append(passage.number)

    engine, gone = db.engine, []
    scripted.before = leave

    process_book(str(job.id))

    assert len(gone) == 1
    counted = [select(func.count()).select_from(table) for table in (Job, Chunk, Character)]
    assert [db.session.scalar(count) for count in counted] == [0, 0, 0]
    assert not {"processing_failed", "processing_completed"} & {event for event, _, _ in published}


def test_one_that_begins_later_has_nothing_to_run(job, published):
    db.session.delete(db.session.get(User, job.user_id))
    db.session.commit()

    process_book(str(job.id))

    assert published == []
