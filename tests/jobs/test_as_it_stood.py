"""The database tells how a book stood at a chunk, as a reading in memory does."""

import pytest
from sqlalchemy import func, select

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.epub import open_publication
from bookanalysis.export import export_book
from bookanalysis.extensions import db, storage
from bookanalysis.fold import fold_book
from bookanalysis.jobs import process_book as job_module
from bookanalysis.jobs.lease import take_lease
from bookanalysis.jobs.process_book import process_book
from bookanalysis.jobs.store import DatabaseStore
from bookanalysis.models import Book, Character, CharacterJoin, CharacterRelationship, Job
from bookanalysis.services.forgetting import forget_reading
from bookanalysis.services.records import record_of
from tests import told_later
from tests.ai.books import read
from tests.rows import add_book, add_job, add_user


@pytest.fixture
def job(context, monkeypatch):
    """A job whose book is read to its end."""
    monkeypatch.setattr(job_module, "reader_of_job", lambda job_id: told_later.reader())
    user = add_user()
    book = add_book(user)
    storage().save(book.file, told_later.book().build())
    job = add_job(user, book)
    process_book(str(job.id))
    db.session.rollback()
    db.session.expire_all()
    return job


def in_memory():
    store = MemoryStore(open_publication(told_later.book().build()))
    read(store, told_later.reader())
    return store


def book_of(job):
    return db.session.get(Book, job.book_id)


def count(model):
    return db.session.scalar(select(func.count()).select_from(model))


def test_at_every_chunk_the_rows_tell_what_a_reading_in_memory_tells(job):
    book, memory = book_of(job), in_memory()

    for last in range(1, told_later.LAST + 2):
        told = export_book(record_of(book, last))
        remembered = export_book(memory.record("scripted", last))
        assert {**told, "title": ""} == {**remembered, "title": ""}, last


@pytest.mark.parametrize("until_chunk", [told_later.LAST, told_later.LAST + 1, 10**30])
def test_at_the_last_chunk_and_behind_a_book_is_as_its_rows_have_it(job, until_chunk):
    folded = fold_book(record_of(book_of(job), until_chunk))

    rows = {str(row.id): row for row in db.session.scalars(select(Character))}
    assert {each.record.key for each in folded.characters.values()} == rows.keys()
    for each in folded.characters.values():
        row = rows[each.record.key]
        shown = (row.name, row.role, row.mention_count, row.confidence, row.character_data)
        record = each.record
        assert shown == (each.name, each.role, record.num_of_mentions, record.confidence, each.profile)
    links = db.session.scalars(select(CharacterRelationship)).all()
    assert [link.description for link in links] == [link.description for link in folded.relationships]


def test_finishing_twice_is_finishing_once(job):
    before = [export_book(record_of(book_of(job), last)) for last in (None, 3, 4)]
    store = DatabaseStore(take_lease_again(job))

    store.finish(in_memory().joins)

    assert count(CharacterJoin) == 1
    assert [export_book(record_of(book_of(job), last)) for last in (None, 3, 4)] == before


def take_lease_again(job):
    db.session.get(Job, job.id).status = "pending"
    db.session.commit()
    lease, _ = take_lease(job.id)
    db.session.commit()
    return lease


def test_a_forgotten_reading_leaves_no_join(job):
    assert count(CharacterJoin) == 1

    forget_reading(db.session.get(Book, job.book_id))
    db.session.commit()

    assert count(CharacterJoin) == 0


def test_a_book_that_is_still_read_stands_as_far_as_it_is_read(job):
    forget_reading(db.session.get(Book, job.book_id))
    memory = in_memory()
    store = DatabaseStore(take_lease_again(job))
    store.save_chunks(memory.chunks())
    for number in (1, 2):
        store.commit_chunk(memory.readings[number])

    half = export_book(record_of(book_of(job), 5))

    assert half["characters"] == export_book(memory.record("scripted", 2))["characters"]
