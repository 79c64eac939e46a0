"""A reading on the terminal: a bar while it runs, tables of what was found, reasons in both languages."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from textwrap import shorten
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

from bookanalysis.errors import BookAnalysisError

MOST_ROWS = 40
"""What is more is in the exported file."""
LONGEST_QUOTE = 50
_STEPS = {
    "language_checker": "language",
    "text_quality_assessor": "quality",
    "text_classifier": "kind of book",
    "name_extractor": "title",
    "chunker": "cutting",
    "cleaner": "cleaning",
    "metadata_remover": "front matter",
    "first_name_querier": "names",
    "summarizer": "summaries",
    "second_name_querier": "names, once more",
    "profile_retriever_creator": "characters",
    "profile_refresher": "profiles",
    "chunk_updater": "keeping",
}


class ReadingBar(AbstractContextManager["ReadingBar"]):
    """A progress bar; it goes to the error stream, so that what is piped on is the result alone."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description:<18}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[chunks]}"),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._progress.add_task("opening", total=100, chunks="")

    def __enter__(self) -> "ReadingBar":
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, stage: str, percent: int, chunk_num: int, num_of_chunks: int) -> None:
        self._progress.update(
            self._task,
            description=_STEPS[stage],
            completed=percent,
            chunks=f"{chunk_num}/{num_of_chunks}" if num_of_chunks else "",
        )


def print_refusal(error: BookAnalysisError) -> None:
    console = Console(stderr=True, highlight=False)
    console.print(f"[bold red]{error.error_code}[/]")
    console.print(error.en, markup=False)
    console.print(error.ar, markup=False)


def print_reading(document: Mapping[str, Any]) -> None:
    """The book's characters and relationships, as `export_book` lays them out."""
    console = Console()
    characters, relationships = document["characters"], document["relationships"]
    gaps = [chunk for chunk in document["chunks"] if chunk["gap"]]
    console.print(f"\n{document['title'] or '?'} · {document['author'] or '?'}", style="bold", markup=False)
    console.print(
        f"chunks {len(document['chunks'])} · characters {len(characters)} · "
        f"relationships {len(relationships)} · reader {document['reader']}"
    )
    for chunk in gaps:
        console.print(f"chunk {chunk['number']} could not be read: {chunk['gap']}", markup=False)
    if characters:
        console.print(_characters_table(characters))
    else:
        console.print("No characters were found. لم يُعثر على شخصيات.")
    if relationships:
        console.print(_relationships_table(relationships))


def _characters_table(characters: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(title="Characters · الشخصيات", caption=_more(characters))
    table.add_column("mentions", justify="right")
    table.add_column("role")
    table.add_column("sure", justify="right")
    table.add_column("also called · ألقابها", justify="right")
    table.add_column("name · الاسم", justify="right")
    for character in characters[:MOST_ROWS]:
        table.add_row(
            str(character["mentions"]),
            character["role"],
            f"{character['confidence']:.0%}",
            "، ".join(character["aliases"]),
            character["name"],
        )
    return table


def _relationships_table(relationships: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(title="Relationships · العلاقات", caption=_more(relationships))
    table.add_column("places", justify="right")
    table.add_column("type")
    table.add_column("what says so · الدليل", justify="right")
    table.add_column("b", justify="right")
    table.add_column("a", justify="right")
    ranked = sorted(relationships, key=lambda link: (link["type"] == "other", -len(link["evidence"])))
    for link in ranked[:MOST_ROWS]:
        table.add_row(
            str(len(link["evidence"])),
            link["type"],
            shorten(link["description"], LONGEST_QUOTE, placeholder=" …"),
            link["b"],
            link["a"],
        )
    return table


def _more(rows: Sequence[object]) -> str | None:
    left = len(rows) - MOST_ROWS
    return f"and {left} more in the file that --output writes" if left > 0 else None
