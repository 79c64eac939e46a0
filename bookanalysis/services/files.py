"""The files of books: handed out, and removed once no row knows them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from bookanalysis.errors import BookFileMissing
from bookanalysis.extensions import off_loop, off_loop_runner, storage
from bookanalysis.filenames import file_stem
from bookanalysis.models import Book

BLOCK = 1 << 18


@dataclass(frozen=True, slots=True)
class Download:
    """A file on its way out. `blocks` may be drawn when the request is over; then call `close`."""

    name: str
    digest: str
    size: int
    blocks: Iterator[bytes]
    close: Callable[[], None]


def open_download(book: Book) -> Download:
    """The EPUB as it was uploaded."""
    try:
        file = off_loop(storage().open, book.file)
    except FileNotFoundError as error:
        raise BookFileMissing from error
    name = f"{file_stem(book.title)}{book.file_extension}"
    return Download(name, book.file_sha256, book.file_size, _blocks_of(file), file.close)


def keys_of(books: Iterable[Book]) -> list[str]:
    """The keys of their files, to be known when the rows are gone: rows go before files."""
    return [key for book in books for key in (book.file, book.txt_file) if key]


def remove_files(keys: Iterable[str]) -> None:
    for key in keys:
        off_loop(storage().remove, key)


def _blocks_of(file: BinaryIO) -> Iterator[bytes]:
    """Read in a thread of its own where an event loop would stall."""
    run = off_loop_runner()
    return iter(partial(run, file.read, BLOCK), b"")
