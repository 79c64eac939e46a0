"""A reading as something to take away: plain JSON, tables, graphs. Knows no web, database or queue."""

from bookanalysis.export.document import export_book

__all__ = ["export_book"]
