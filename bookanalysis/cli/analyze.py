"""`flask analyze`: read one book and show who is in it."""

import json
import logging
from pathlib import Path

import click

from bookanalysis.cli.command import FAILED, REFUSED, Command
from bookanalysis.cli.reading import read_file
from bookanalysis.errors import BookAnalysisError, BookRefused
from bookanalysis.terminal import print_reading, print_refusal


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--output", type=click.Path(path_type=Path), help="Write all that was found as JSON.")
@click.option("--reader", help="Who reads: offline, gemini:MODEL, ... (instead of the setting READER).")
def analyze(file: Path, output: Path | None, reader: str | None) -> None:
    """Read the novel in FILE (EPUB) and show its characters.

    Needs no server, no Redis and no database; a chat model's answers are not kept. Exits with 0 when the
    book was read, 2 when it was refused, 1 on an error.
    """
    logging.getLogger("bookanalysis").setLevel(logging.WARNING)
    if output and not output.absolute().parent.is_dir():
        raise click.ClickException(f"There is no folder for {output}. لا يوجد مجلد لهذا الملف.")
    try:
        document = read_file(file, reader).document
        if output:
            output.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except BookAnalysisError as error:
        print_refusal(error)
        raise SystemExit(REFUSED if isinstance(error, BookRefused) else FAILED) from error
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}. تعذر فتح الملف.") from error
    print_reading(document)
