"""Book files in a local folder: whole or not there at all. A leaf."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO

DRAFT = ".draft-"
"""How the name of a file begins that is not whole yet."""


@dataclass(frozen=True, slots=True)
class LocalStorage:
    """A key is a file's path below the folder; keys are made by us, never by a client."""

    folder: Path

    def save(self, key: str, source: BinaryIO) -> None:
        """Write all of `source` from its start; who opens the key sees the whole file or none."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        source.seek(0)
        with NamedTemporaryFile(dir=path.parent, prefix=DRAFT, delete=False) as draft:
            try:
                shutil.copyfileobj(source, draft, 1 << 20)
                draft.flush()
                os.fsync(draft.fileno())
                Path(draft.name).rename(path)
            except OSError:
                Path(draft.name).unlink(missing_ok=True)
                raise
        _sync(path.parent)

    def open(self, key: str) -> BinaryIO:
        return self._path(key).open("rb")

    def remove(self, key: str) -> None:
        self._path(key).unlink(missing_ok=True)

    def keys(self, before: datetime) -> Iterator[str]:
        """All files that were last written before a time, drafts of broken uploads too."""
        for path in self.folder.rglob("*"):
            if _is_file_from_before(path, before.timestamp()):
                yield str(path.relative_to(self.folder))

    def check(self) -> None:
        """Raise `OSError` unless files can be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix=DRAFT):
            pass

    def _path(self, key: str) -> Path:
        path = (self.folder / key).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise ValueError(f"A key outside the folder: {key}")
        return path


def _is_file_from_before(path: Path, seconds: float) -> bool:
    try:
        return path.is_file() and path.stat().st_mtime < seconds
    except FileNotFoundError:  # renamed or removed at this moment
        return False


def _sync(folder: Path) -> None:
    """A rename is kept through a power cut once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
