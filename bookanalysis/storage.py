"""Book files in a local folder: whole or not there at all. A leaf."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class LocalStorage:
    """A key is a file's path below the folder; keys are made by us, never by a client."""

    folder: Path

    def save(self, key: str, source: BinaryIO) -> None:
        """Write all of `source` from its start; who opens the key sees the whole file or none."""
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        source.seek(0)
        with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as draft:
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

    def check(self) -> None:
        """Raise `OSError` unless files can be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=self.folder, prefix="."):
            pass

    def _path(self, key: str) -> Path:
        path = (self.folder / key).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise ValueError(f"A key outside the folder: {key}")
        return path


def _sync(folder: Path) -> None:
    """A rename is kept through a power cut once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
