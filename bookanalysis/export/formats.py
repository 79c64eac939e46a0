"""The formats in which a reading can be taken away."""

from enum import StrEnum

from bookanalysis.export.document import export_book, write_document
from bookanalysis.export.tables import Table, write_table
from bookanalysis.fold import fold_book
from bookanalysis.record import BookRecord


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv",
    Format.GRAPHML: "application/graphml+xml",
    Format.GEXF: "application/gexf+xml",
}


def write_export(book: BookRecord, chosen: Format, table: Table = Table.CHARACTERS) -> bytes:
    """The file's bytes, the same for the same reading; `table` is which one a CSV holds."""
    if chosen is Format.JSON:
        return write_document(export_book(book))
    if chosen is Format.CSV:
        return write_table(fold_book(book), table)
    # Loading networkx takes 0.2 s and 22 MB, and few ask for a graph.
    from bookanalysis.export.graphs import write_gexf, write_graphml  # noqa: PLC0415

    if chosen is Format.GRAPHML:
        return write_graphml(fold_book(book))
    return write_gexf(fold_book(book), about="، ".join(filter(None, (book.title, book.author))))
