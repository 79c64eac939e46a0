"""A reading as something to take away: plain JSON, tables, graphs. Knows no web, database or queue."""

from bookanalysis.export.document import export_book
from bookanalysis.export.findings import in_order
from bookanalysis.export.record import BookRecord, CharacterRecord, ChunkRecord, Span

__all__ = ["BookRecord", "CharacterRecord", "ChunkRecord", "Span", "export_book", "in_order"]
