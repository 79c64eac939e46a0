"""How each operation of the document is asked so that its owner is answered."""

from dataclasses import dataclass, field
from io import BytesIO

from tests.epub.builder import Epub, page

PASSWORD = "كلمة سر طويلة"
NEW_PASSWORD = {"new_password": PASSWORD, "new_password_confirm": PASSWORD}
NEW_ACCOUNT = {"name": "نور", "email": "nour@example.org", "password": PASSWORD, "password_confirm": PASSWORD}


@dataclass(frozen=True)
class Ask:
    """`is_of` tells that the operation is about one thing of its owner's, by id; `answers` is its status.

    `staff` is the status for staff, where it is another.
    """

    answers: int = 200
    staff: int = 0
    is_of: bool = True
    query: str = ""
    content: dict = field(default_factory=dict)


def a_book():
    """Read anew for each request: sending a file uses it up."""
    return Epub({"one.xhtml": page("<p>جاءت نور.</p>")}).build().getvalue()


def content_of(ask):
    content = dict(ask.content)
    if "files" in content:
        content["data"] = {"file": (BytesIO(content.pop("files")()), "رواية.epub")}
    return content


OF_BOOK = Ask(query="?book_id={book_id}")
OF_NOBODY = Ask(is_of=False)

HOW = {
    "POST /api/auth/register/": Ask(201, is_of=False, content={"json": NEW_ACCOUNT}),
    "POST /api/auth/login/": Ask(
        401, is_of=False, content={"json": {"email": "x@example.org", "password": PASSWORD}}
    ),
    "POST /api/auth/logout/": OF_NOBODY,
    "POST /api/auth/token/refresh/": Ask(401, is_of=False, content={"json": {}}),
    "GET /api/auth/profile/": OF_NOBODY,
    "PUT /api/auth/profile/": Ask(is_of=False, content={"json": {"name": "أمينة"}}),
    "POST /api/auth/password/change/": Ask(
        403, is_of=False, content={"json": {"old_password": "x", **NEW_PASSWORD}}
    ),
    "POST /api/auth/password/reset/": Ask(is_of=False, content={"json": {"email": "x@example.org"}}),
    "POST /api/auth/password/confirm/": Ask(
        403, is_of=False, content={"json": {"email": "x@example.org", "code": "123456", **NEW_PASSWORD}}
    ),
    "DELETE /api/auth/account/": Ask(403, is_of=False, content={"json": {"password": "x"}}),
    "POST /api/auth/operator/": Ask(403, is_of=False, staff=200),
    "GET /api/books/": OF_NOBODY,
    "POST /api/books/": Ask(202, is_of=False, content={"files": a_book}),
    "GET /api/books/{book_id}/": Ask(),
    "PUT /api/books/{book_id}/": Ask(content={"json": {"title": "الأيام"}}),
    "DELETE /api/books/{book_id}/": Ask(),
    "POST /api/books/{book_id}/restore/": Ask(),
    "POST /api/books/{book_id}/reprocess/": Ask(409),
    "GET /api/books/{book_id}/download/": Ask(),
    "GET /api/books/{book_id}/status/": Ask(),
    "GET /api/books/{book_id}/verification/": Ask(),
    "GET /api/books/{book_id}/export/": Ask(),
    "GET /api/chunks/": OF_BOOK,
    "GET /api/chunks/{chunk_id}/": Ask(),
    "GET /api/characters/": OF_BOOK,
    "GET /api/characters/{character_id}/": Ask(),
    "GET /api/characters/relationships/": OF_BOOK,
    "GET /api/characters/appearances/": OF_BOOK,
    "GET /api/jobs/": OF_NOBODY,
    "GET /api/jobs/{job_id}/": Ask(),
    "POST /api/jobs/{job_id}/cancel/": Ask(),
    "GET /api/limits/": OF_NOBODY,
    "GET /healthz": OF_NOBODY,
    "GET /readyz": OF_NOBODY,
    "GET /metrics": OF_NOBODY,
}
