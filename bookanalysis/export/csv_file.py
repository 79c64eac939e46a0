"""CSV as spreadsheet programs read it: UTF-8 with a mark that says so, and no cell that is a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from bookanalysis.export.plain import plain

Cell = str | int | float | None

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""A carriage return would start one, too, but `plain` leaves none."""


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """RFC 4180. A text that a program would take for a formula gets an apostrophe before it."""
    file = StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig")


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    text = plain(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
