"""`flask evaluate`: say how well books are read, and whether they were read better before."""

import logging
from pathlib import Path

import click

from bookanalysis.errors import BookAnalysisError
from bookanalysis.terminal import print_refusal

WORSE = 1
CANNOT = 2
_FILE = click.Path(path_type=Path, dir_okay=False)


class _Cannot(click.ClickException):
    exit_code = CANNOT


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--baseline", type=_FILE, help="Figures to compare with; else those that come along.")
@click.option("--write-baseline", "is_renewed", is_flag=True, help="Write the figures as the baseline.")
@click.option("--json", "report", type=_FILE, help="Write the figures and the names behind them as JSON.")
def evaluate(folder: Path, baseline: Path | None, is_renewed: bool, report: Path | None) -> None:
    """Read each book in FOLDER that has a gold file (X.epub, X.gold.json) and show how well it is read.

    Needs no server, no Redis and no database. Exits with 0 when nothing is worse than the baseline, 1 when
    a figure is or a book is refused, 2 when the folder cannot be evaluated.
    """
    # What it needs takes a while to load, and the web process, which knows all commands, does without.
    from bookanalysis.cli.evaluation import compare_folder, renew_baseline  # noqa: PLC0415

    logging.getLogger("bookanalysis").setLevel(logging.WARNING)
    for file in filter(None, (report, baseline)):
        if not file.absolute().parent.is_dir():
            raise _Cannot(f"There is no folder for {file}. لا يوجد مجلد لهذا الملف.")
    evaluation = renew_baseline if is_renewed else compare_folder
    try:
        is_well = evaluation(folder, baseline, report)
    except BookAnalysisError as error:
        print_refusal(error)
        raise SystemExit(CANNOT) from error
    except OSError as error:
        raise _Cannot(f"{error.filename}: {error.strerror}. تعذر فتح الملف.") from error
    raise SystemExit(0 if is_well else WORSE)
