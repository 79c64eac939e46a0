"""Files are whole or not there."""

import os
from datetime import timedelta
from io import BytesIO

import pytest

from bookanalysis.models import utc_now
from bookanalysis.storage import LocalStorage


@pytest.fixture
def storage(tmp_path):
    return LocalStorage(tmp_path / "books")


def keys(storage, **before):
    return set(storage.keys(before=utc_now() - timedelta(**before)))


def test_files_are_listed_by_age(storage):
    for key in ("old.epub", "new.epub", "below/old.txt"):
        storage.save(key, BytesIO(b"x"))
    for key in ("old.epub", "below/old.txt"):
        os.utime(storage.folder / key, (0, 0))

    assert keys(storage, minutes=1) == {"old.epub", "below/old.txt"}
    assert keys(storage, minutes=-1) == {"old.epub", "below/old.txt", "new.epub"}


def test_a_file_that_is_removed_while_it_is_listed_is_left_out(storage):
    for key in ("a.epub", "b.epub"):
        storage.save(key, BytesIO(b"x"))
    listed = storage.keys(before=utc_now() + timedelta(minutes=1))
    first = next(listed)

    for key in {"a.epub", "b.epub"} - {first}:
        storage.remove(key)

    assert list(listed) == []


def test_a_file_that_could_not_be_written_leaves_nothing(storage):
    class Broken(BytesIO):
        def read(self, *_):
            raise OSError("No space left")

    with pytest.raises(OSError, match="No space"):
        storage.save("book.epub", Broken())

    assert keys(storage, minutes=-1) == set()


@pytest.mark.parametrize("key", ["../outside.epub", "/etc/passwd"])
def test_no_key_leads_out_of_the_folder(storage, key):
    with pytest.raises(ValueError, match="outside"):
        storage.open(key)
