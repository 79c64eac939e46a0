"""What is looked at before anything of an upload is unpacked."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from bookanalysis.epub.archive import LARGEST_DOCUMENT, Archive, inside
from bookanalysis.epub.container import find_package
from bookanalysis.epub.directory import MOST_ENTRIES
from bookanalysis.epub.encryption import refuse_drm
from bookanalysis.errors import EpubTooLargeUnpacked, TooManyEntries, UnsafePath

LARGEST_UNPACKED = 300 * 2**20
LARGEST_TEXT = 60 * 2**20
"""Bytes of all documents together: ten times the longest novels."""
HIGHEST_RATIO = 100
_RATIO_MATTERS_FROM = 20 * 2**20
_DOCUMENT_NAME = re.compile(r"\.(x?html?|xml|opf|ncx)$", re.IGNORECASE)


def check_upload(file: BinaryIO) -> None:
    """Refuse a file that is no EPUB, is protected, or could do harm. Raises `BookRefused`.

    Reads the directory and three small files, whatever the size. Leaves the file at its beginning.
    """
    with checked_archive(file):
        file.seek(0)


@contextmanager
def checked_archive(file: BinaryIO) -> Iterator[tuple[Archive, str]]:
    """The archive, and the path of its package file, when all checks are passed."""
    with Archive(file) as archive:
        _refuse_climbing_paths(archive)
        _refuse_bomb(archive)
        refuse_drm(archive)
        yield archive, find_package(archive)


def _refuse_climbing_paths(archive: Archive) -> None:
    for entry in archive.entries:
        if inside(entry.filename) is None:
            raise UnsafePath(details={"path": entry.filename})


def _refuse_bomb(archive: Archive) -> None:
    entries = archive.entries
    if len(entries) > MOST_ENTRIES:
        raise TooManyEntries(limit=MOST_ENTRIES)
    packed = sum(entry.compress_size for entry in entries)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED:
        raise EpubTooLargeUnpacked(limit=LARGEST_UNPACKED // 2**20)
    if unpacked > max(_RATIO_MATTERS_FROM, HIGHEST_RATIO * packed):
        raise EpubTooLargeUnpacked(limit=_RATIO_MATTERS_FROM // 2**20)
    documents = [entry.file_size for entry in entries if _DOCUMENT_NAME.search(entry.filename)]
    if sum(documents) > LARGEST_TEXT:
        raise EpubTooLargeUnpacked(limit=LARGEST_TEXT // 2**20)
    if max(documents, default=0) > LARGEST_DOCUMENT:
        raise EpubTooLargeUnpacked(limit=LARGEST_DOCUMENT // 2**20)
