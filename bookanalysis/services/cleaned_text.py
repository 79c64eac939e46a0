"""A book's cleaned text, as its file has it."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from io import TextIOWrapper

from bookanalysis.extensions import storage
from bookanalysis.models import Book


class CleanedText:
    """Is read forward and never held as a whole. Without a file there is no text."""

    def __init__(self, file: TextIOWrapper | None = None) -> None:
        self._file = file
        self._place = 0

    def stretch(self, start: int, end: int) -> str | None:
        """The text at a place that is not before the last one; empty if it is, None without a file."""
        if self._file is None:
            return None
        if not self._place <= start <= end:
            return ""
        self._file.read(start - self._place)
        self._place = end
        return self._file.read(end - start)


@contextmanager
def open_cleaned_text(book: Book) -> Iterator[CleanedText]:
    if not book.txt_file:
        yield CleanedText()
        return
    try:
        file = storage().open(book.txt_file)
    except FileNotFoundError:
        yield CleanedText()
        return
    with closing(file):
        yield CleanedText(TextIOWrapper(file, "utf-8", errors="replace", newline=""))
