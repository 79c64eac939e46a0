"""A body that takes long to come costs nobody else anything."""

import json
from io import BytesIO

import pytest

from bookanalysis.extensions import db
from tests.epub.builder import Epub, page
from tests.visitor import data_of


class Body(BytesIO):
    """Notes how many connections to the database are in use while it is waited for."""

    def __init__(self, content):
        super().__init__(content)
        self.in_use = []

    def readinto(self, buffer):
        self._note()
        return super().readinto(buffer)

    def read(self, *size):
        self._note()
        return super().read(*size)

    def _note(self):
        self.in_use.append(db.engine.pool.checkedout())


def form(file):
    boundary, disposition = b"--x", b'Content-Disposition: form-data; name="file"; filename="a.epub"'
    return b"\r\n".join([boundary, disposition, b"", file, boundary + b"--", b""])


EPUB = Epub({"c1.xhtml": page("<p>عادت نور.</p>")}).build().getvalue()


@pytest.mark.parametrize(
    ("method", "path", "content_type", "content"),
    [
        ("POST", "/api/books/", "multipart/form-data; boundary=x", form(EPUB)),
        ("PUT", "/api/auth/profile/", "application/json", json.dumps({"name": "نور"}).encode()),
    ],
    ids=["form", "json"],
)
def test_no_connection_to_the_database_waits_for_a_body(amina, method, path, content_type, content):
    body = Body(content)

    answer = amina.send(
        method, path, input_stream=body, content_type=content_type, content_length=len(content)
    )

    assert data_of(answer)
    assert body.in_use
    assert not any(body.in_use)
