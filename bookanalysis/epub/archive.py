"""The files inside an EPUB, read within limits whatever its directory claims."""

import posixpath
import zipfile
import zlib
from collections.abc import Sequence
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import unquote, urlsplit

from bookanalysis.epub.directory import refuse_long_directory
from bookanalysis.errors import EpubDamaged, EpubTooLargeUnpacked, NotAnEpub

LARGEST_DOCUMENT = 20 * 2**20
"""Bytes of one file that is read; a long novel as a whole is a quarter of it."""

_READABLE_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UTF8_NAME = 0x800
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)


class Archive:
    """An open ZIP whose files are found as books spell their names. A context manager.

    Raises `NotAnEpub` or `EpubDamaged` for a file that is no whole ZIP.
    """

    def __init__(self, file: BinaryIO) -> None:
        begins_like_a_zip = _begins_like_a_zip(file)
        refuse_long_directory(file)
        try:
            self._zip = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise (EpubDamaged() if begins_like_a_zip else NotAnEpub()) from error
        self._by_name = {spelling: info for info in self.entries for spelling in _spellings(info)}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    @property
    def entries(self) -> Sequence[zipfile.ZipInfo]:
        return self._zip.infolist()

    def find(self, path: str) -> zipfile.ZipInfo | None:
        """The entry of that path, percent-encoded or not."""
        return self._by_name.get(posixpath.normpath(path)) or self._by_name.get(
            posixpath.normpath(unquote(path))
        )

    def read(self, path: str, limit: int = LARGEST_DOCUMENT) -> bytes:
        """The bytes of a file. Raises `KeyError` if it is not there."""
        info = self.find(path)
        if info is None:
            raise KeyError(path)
        if info.file_size > limit:
            raise EpubTooLargeUnpacked(limit=limit // 2**20)
        if info.compress_type not in _READABLE_COMPRESSION:
            raise EpubDamaged()
        try:
            return self._zip.read(info)
        except _BROKEN as error:
            raise EpubDamaged() from error


def resolve(folder: str, href: str) -> str | None:
    """The path inside the book that a reference in `folder` means; None if it leads out of the book."""
    try:
        target = urlsplit(href)
    except ValueError:
        return None
    if target.scheme or target.netloc or not target.path:
        return None
    return inside(posixpath.join(folder, unquote(target.path)))


def inside(path: str) -> str | None:
    """The path in its shortest form; None if it climbs out of the book."""
    shortest = posixpath.normpath(path.replace("\\", "/"))
    climbs = shortest == ".." or shortest.startswith(("../", "/"))
    return None if climbs or shortest[1:2] == ":" else shortest


def _begins_like_a_zip(file: BinaryIO) -> bool:
    file.seek(0)
    return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def _spellings(info: zipfile.ZipInfo) -> set[str]:
    """The names an entry may be asked by: some programs write UTF-8 and do not say so."""
    names = {info.filename}
    if not info.flag_bits & _UTF8_NAME:
        try:
            names.add(info.filename.encode("cp437").decode())
        except UnicodeError:
            return {posixpath.normpath(info.filename)}
    return {posixpath.normpath(name) for name in names}
