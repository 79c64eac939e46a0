"""Rows for tests, short and complete."""

from uuid import uuid4

from bookanalysis.extensions import db
from bookanalysis.models import Book, Character, Chunk, Job, JobType, User


def add(row):
    db.session.add(row)
    db.session.commit()
    return row


def add_user(email="amina@example.org", **columns):
    return add(User(**{"name": "أمينة", "email": email, "password_hash": "unusable", **columns}))


def add_book(user, title="الأيام", **columns):
    columns = {"file": f"{uuid4()}.epub", "file_size": 1000, "file_sha256": uuid4().hex * 2, **columns}
    return add(Book(user_id=user.id, title=title, **columns))


def add_chunk(book, number=1, text="جاء أحمد. ورأى أحمد فاطمة.", start=0, **columns):
    return add(
        Chunk(
            book_id=book.id,
            chunk_number=number,
            chapter_number=number,
            chapter_title=f"الفصل {number}",
            start_position=start,
            end_position=start + len(text),
            word_count=len(text.split()),
            chunk_text=text,
            **columns,
        )
    )


def add_character(book, name="أحمد", **columns):
    return add(Character(book_id=book.id, name=name, **columns))


def add_job(user, book, **columns):
    return add(Job(user_id=user.id, book_id=book.id, job_type=JobType.PROCESS_BOOK, **columns))
