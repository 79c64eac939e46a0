"""Books that someone has read by hand are read again, and the two are compared."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from bookanalysis.cli.evaluation_tables import EvaluatedBook, RefusedBook, print_comparison, print_figures
from bookanalysis.cli.reading import read_file
from bookanalysis.errors import BookRefused
from bookanalysis.evaluation import (
    COMMITTED,
    Alignment,
    Baseline,
    BookFigures,
    Gold,
    NoGold,
    align,
    compare,
    figures_of,
    figures_together,
    prediction_of,
    read_baseline,
    read_gold,
    score,
    write_baseline,
)
from bookanalysis.export import export_book


def compare_folder(folder: Path, baseline: Path | None, report: Path | None) -> bool:
    """Whether the books in the folder are read as well as the baseline says; the figures are printed.

    Raises a `CannotEvaluate`.
    """
    before = read_baseline(baseline or COMMITTED)
    now, refused = _evaluate(folder, report)
    comparison = compare(before, now, refused={book.key for book in refused})
    print_comparison(comparison, has_refused=bool(refused))
    return not (comparison.worse or refused)


def renew_baseline(folder: Path, baseline: Path | None, report: Path | None) -> bool:
    """Write the baseline anew, unless a book was refused: it would be missing, and nobody would see it.

    Raises a `CannotEvaluate`.
    """
    file = baseline or COMMITTED
    now, refused = _evaluate(folder, report)
    if refused:
        click.echo("A book was refused, so the baseline stays. رُفض كتاب، فبقي خط الأساس كما هو.", err=True)
        return False
    write_baseline(file, now)
    click.echo(f"The baseline is written: {file}. كُتب خط الأساس.")
    return True


def _evaluate(folder: Path, report: Path | None) -> tuple[Baseline, Sequence[RefusedBook]]:
    """Figures of the books that could be read, and the others."""
    books, refused = _read_books(_golds(folder))
    together = figures_together([book.score for book in books])
    print_figures(books, refused, together)
    if report:
        _write_report(report, books, refused, together)
    figures = {book.key: BookFigures(book.title, figures_of(book.score)) for book in books}
    return Baseline(figures, together), refused


def _golds(folder: Path) -> Mapping[Path, Gold]:
    """All gold files are read before the first book is: a mistake in one is told at once."""
    pairs = {file: file.with_suffix(".gold.json") for file in sorted(folder.glob("*.epub"))}
    golds = {file: read_gold(gold) for file, gold in pairs.items() if gold.is_file()}
    if not golds:
        raise NoGold(folder=folder)
    return golds


def _read_books(golds: Mapping[Path, Gold]) -> tuple[Sequence[EvaluatedBook], Sequence[RefusedBook]]:
    books, refused = [], []
    for file, gold in golds.items():
        try:
            books.append(_read_book(file, gold))
        except BookRefused as error:
            refused.append(RefusedBook(file.stem, gold.title, error))
    return books, refused


def _read_book(file: Path, gold: Gold) -> EvaluatedBook:
    reading = read_file(file)
    prediction = prediction_of(export_book(reading.record), reading.dropped)
    alignment = align(gold, prediction.characters)
    return EvaluatedBook(
        key=file.stem,
        title=gold.title,
        score=score(alignment, prediction),
        words=reading.words,
        seconds=reading.seconds,
        names=dict(_names(alignment)),
    )


def _names(alignment: Alignment) -> Iterator[tuple[str, list[str]]]:
    """Who is behind the figures."""
    found = set(alignment.matches.values())
    characters = alignment.gold.characters
    yield "missed", [characters[place].name for place in sorted(alignment.gold.asked_for - found)]
    for kind in ("duplicates", "over_merged", "distractors", "spurious"):
        yield kind, [alignment.predicted[place].name for place in getattr(alignment, kind)]


def _write_report(
    file: Path,
    books: Sequence[EvaluatedBook],
    refused: Sequence[RefusedBook],
    together: Mapping[str, Any],
) -> None:
    document = {
        "books": {
            book.key: {
                "title": book.title,
                "figures": figures_of(book.score),
                "words": book.words,
                "words_per_second": round(book.words_per_second),
                "names": book.names,
            }
            for book in books
        },
        "together": together,
        "refused": {one.key: one.error.error_code for one in refused},
    }
    file.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
