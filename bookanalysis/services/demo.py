"""What a newcomer may try the program with: an account and books that nobody else has written."""

import json
import os
import secrets
from pathlib import Path

from sqlalchemy import select

from bookanalysis.demo.binding import bind
from bookanalysis.demo.novels import demo_novels
from bookanalysis.extensions import db
from bookanalysis.models import Book, Job, User
from bookanalysis.services.accounts import add_account
from bookanalysis.services.books import add_book, request_analysis
from bookanalysis.services.passwords import password_fits

DEMO_NAME = "قارئة التجربة"
DEMO_EMAIL = "demo@example.com"


def demo_login(kept: Path) -> dict[str, str]:
    """The login of the account that was made here, or nothing if its password is no longer that one."""
    user = db.session.scalar(select(User).filter_by(email=DEMO_EMAIL))
    if user is None:
        login = {"email": DEMO_EMAIL, "password": secrets.token_urlsafe(9)}
        _keep(kept, login)
        add_account(DEMO_NAME, **login)
        return login
    if not kept.is_file():
        return {}
    login = dict(json.loads(kept.read_text(encoding="utf-8")))
    return login if password_fits(user.password_hash, login["password"]) else {}


def add_demo_books(user: User) -> list[Book]:
    """As an upload does it; a novel whose title is in the library already is left out."""
    there = set(db.session.scalars(select(Book.title).filter_by(user_id=user.id, is_deleted=False)))
    added = []
    for novel in demo_novels():
        if novel.title not in there:
            book = add_book(user, bind(novel), novel.title, novel.author)
            request_analysis(book)
            added.append(book)
    return added


def waiting_jobs(user: User) -> list[Job]:
    """Of the demo books that are not read yet."""
    titles = [novel.title for novel in demo_novels()]
    jobs = Job.owned_by(user.id).join(Book, Book.id == Job.book_id).where(Book.title.in_(titles))
    return [job for job in db.session.scalars(jobs.order_by(Job.created_at)) if job.is_active]


def _keep(path: Path, login: dict[str, str]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(login, file)
