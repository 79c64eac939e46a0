"""Make a file of what was found in a book."""

from dataclasses import dataclass

from bookanalysis.export.formats import Format, write_export
from bookanalysis.export.tables import Table
from bookanalysis.extensions import off_loop
from bookanalysis.filenames import file_stem
from bookanalysis.models import Book
from bookanalysis.services.records import record_of


@dataclass(frozen=True, slots=True)
class ExportedFile:
    name: str
    media_type: str
    content: bytes


def export_file(book: Book, chosen: Format, table: Table) -> ExportedFile:
    """What is there so far: a book that is still being read gives what was read of it."""
    stem = file_stem(book.title, *([table] if chosen is Format.CSV else []))
    content = off_loop(write_export, record_of(book), chosen, table)
    return ExportedFile(f"{stem}.{chosen}", chosen.media_type, content)
