"""An account goes with all that belongs to it."""

from io import BytesIO

import pytest
from sqlalchemy import func, select

from bookanalysis.blueprints.sockets import open_sockets
from bookanalysis.extensions import db, storage
from bookanalysis.models import (
    Base,
    Book,
    Job,
    JobStatus,
    JobType,
    LoginSession,
    PasswordResetCode,
    User,
    utc_now,
)
from bookanalysis.notifications import NAMESPACE
from tests.blueprints.test_reads import story_of
from tests.rows import add, add_book, add_job
from tests.visitor import PASSWORD, data_of, refused


def leave(visitor, **form):
    return visitor.delete("/api/auth/account/", json=form)


def counts():
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
    }


def furnish(user):
    """A row in each table that a user has, and files."""
    story = story_of(user)
    book = db.session.get(Book, story.book.id)
    book.txt_file = f"{book.id}.txt"
    db.session.commit()
    for key in (book.file, book.txt_file):
        storage().save(key, BytesIO(b"text"))
    deleted = story_of(user, parts=1).book
    db.session.get(Book, deleted.id).delete()
    add(PasswordResetCode(user_id=user.id, code_hash="x", expires_at=utc_now()))
    for owner, to in ((user.id, "old@example.org"), (None, user.email)):
        add(Job(user_id=owner, job_type=JobType.EMAIL, parameters={"kind": "x", "email": to}))


def files():
    return sorted(path.name for path in storage().folder.glob("*"))


@pytest.fixture
def furnished(member, arrange):
    arrange(furnish, member.user)
    return member


def test_nothing_of_an_account_is_left(furnished, arrange):
    before = arrange(counts)

    assert leave(furnished, password=PASSWORD).status_code == 200

    assert before["character_fact"] and before["login_session"] and before["password_reset_code"]
    assert set(arrange(counts).values()) == {0}
    assert arrange(files) == []


def test_others_keep_all_of_theirs(furnished, visitor, arrange):
    badr = visitor("badr@example.org")
    arrange(furnish, badr.user)
    kept = arrange(files)

    leave(furnished, password=PASSWORD)

    assert arrange(lambda: [user.email for user in db.session.scalars(select(User))]) == ["badr@example.org"]
    assert len(data_of(badr.get("/api/books/"))) == 1
    assert len(arrange(files)) == len(kept) / 2 == 2
    letters = select(Job.parameters).where(Job.job_type == JobType.EMAIL)
    assert len(arrange(lambda: db.session.scalars(letters).all())) == 2


def test_books_go_one_by_one_so_that_others_get_a_turn_and_all_or_none(furnished, arrange, monkeypatch):
    def break_off(_seconds):
        turns.append(1)
        if len(turns) == 2:
            raise KeyboardInterrupt

    turns, before = [], arrange(counts)
    monkeypatch.setattr("bookanalysis.services.account_removal.sleep", break_off)

    with pytest.raises(KeyboardInterrupt):
        leave(furnished, password=PASSWORD)

    assert len(turns) == 2
    assert arrange(counts) == before
    assert len(arrange(files)) == 2


@pytest.mark.parametrize("form", [{"password": "كلمة أخرى"}, {"password": ""}])
def test_it_takes_the_password(furnished, arrange, form):
    before = arrange(counts)

    details = refused(leave(furnished, **form), 403, "WRONG_PASSWORD")

    assert details.keys() == {"password"}
    assert arrange(counts) == before
    assert len(arrange(files)) == 2


@pytest.mark.parametrize("body", [{}, {"data": b"", "content_type": "application/json"}, {"json": {"x": 1}}])
def test_without_a_password_nothing_goes(furnished, body):
    refused(furnished.delete("/api/auth/account/", **body), 422, "VALIDATION_ERROR")

    assert furnished.get("/api/auth/profile/").status_code == 200


def test_its_tokens_and_sockets_end_with_it(member, app, config, arrange):
    sockets = open_sockets(app, config, message_queue=None)
    auth = {"token": member.login.access}
    client = sockets.socketio.test_client(app, namespace=NAMESPACE, auth=auth)
    assert client.is_connected(NAMESPACE)

    leave(member, password=PASSWORD)
    arrange(sockets.close_ended)

    assert not client.is_connected(NAMESPACE)
    refused(member.get("/api/books/"), 401, "SESSION_ENDED")


def test_the_address_is_free_again(member, stranger):
    leave(member, password=PASSWORD)

    form = {"name": "أمينة", "email": member.user.email, "password": PASSWORD, "password_confirm": PASSWORD}
    assert stranger.post("/api/auth/register/", json=form).status_code == 201


def test_running_jobs_are_stopped_after_their_rows_are_gone(member, arrange, monkeypatch):
    def stop(job):
        stopped.append((job.id, job.attempts, db.session.scalar(select(func.count()).select_from(Job))))

    stopped = []
    monkeypatch.setattr("bookanalysis.services.account_removal.stop_reading", stop)
    running = {"status": JobStatus.RUNNING, "attempts": 2}
    job = arrange(lambda: add_job(member.user, add_book(member.user), **running))
    arrange(lambda: add_job(member.user, add_book(member.user)))

    leave(member, password=PASSWORD)

    assert stopped == [(job.id, 2, 0)]


def test_a_file_that_cannot_be_removed_is_left_to_the_sweep(furnished, arrange, monkeypatch):
    def refuse(self, key):
        raise PermissionError(key)

    monkeypatch.setattr("bookanalysis.storage.LocalStorage.remove", refuse)

    assert leave(furnished, password=PASSWORD).status_code == 200
    assert arrange(lambda: db.session.scalars(select(LoginSession)).all()) == []


def test_a_removal_stands_in_the_security_log(member, logged):
    leave(member, password=PASSWORD)

    (record,) = logged.security
    assert (record["event"], record["user_id"]) == ("account_deleted", str(member.user.id))
