"""`flask analyze`: read one book and show who is in it."""

import logging
from pathlib import Path

import click

from bookanalysis.cli.command import FAILED, REFUSED, Command
from bookanalysis.cli.reading import read_file
from bookanalysis.errors import BookAnalysisError, BookRefused
from bookanalysis.export import export_book
from bookanalysis.export.formats import Format, write_export
from bookanalysis.export.tables import Table
from bookanalysis.terminal import print_reading, print_refusal


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    help="Write what was found: .csv, .graphml and .gexf tell the format, any other ending is JSON.",
)
@click.option(
    "--table",
    type=click.Choice([table.value for table in Table]),
    default=Table.CHARACTERS.value,
    help="Which table a .csv holds; characters unless given.",
)
@click.option("--reader", help="Who reads: offline, gemini:MODEL, ... (instead of the setting READER).")
def analyze(file: Path, output: Path | None, table: str, reader: str | None) -> None:
    """Read the novel in FILE (EPUB) and show its characters.

    Needs no server, no Redis and no database; a chat model's answers are not kept. Exits with 0 when the
    book was read, 2 when it was refused, 1 on an error.
    """
    logging.getLogger("bookanalysis").setLevel(logging.WARNING)
    if output and not output.absolute().parent.is_dir():
        raise click.ClickException(f"There is no folder for {output}. لا يوجد مجلد لهذا الملف.")
    try:
        record = read_file(file, reader).record
        if output:
            output.write_bytes(write_export(record, _format_of(output), Table(table)))
    except BookAnalysisError as error:
        print_refusal(error)
        raise SystemExit(REFUSED if isinstance(error, BookRefused) else FAILED) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}. تعذر فتح الملف.") from error
    print_reading(export_book(record))


def _format_of(output: Path) -> Format:
    ending = output.suffix.lower().removeprefix(".")
    return Format(ending) if ending in list(Format) else Format.JSON
