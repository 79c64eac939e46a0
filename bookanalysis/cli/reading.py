"""A file that is read from the command line, with the reader that the settings name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from bookanalysis.config import Config
from bookanalysis.epub import open_publication
from bookanalysis.terminal import ReadingBar


@dataclass(frozen=True, slots=True)
class Reading:
    """A book as `export_book` lays it out, and what the export does not say.

    `dropped` counts the names ("mentions") and facts whose words are not in the text, `words` those of the
    cleaned text; `seconds` go from opening the file to the last chunk.
    """

    document: Mapping[str, Any]
    dropped: Mapping[str, int]
    words: int
    seconds: float


def read_file(file: Path) -> Reading:
    """Read with a progress bar. Raises a `BookRefused`, or an `OSError` when the file cannot be opened."""
    # Loading the workflow takes seconds, and other commands do without it.
    from bookanalysis.ai.memory_store import MemoryStore  # noqa: PLC0415
    from bookanalysis.ai.readers.offline import OfflineReader  # noqa: PLC0415
    from bookanalysis.ai.workflow import Run, read_book  # noqa: PLC0415
    from bookanalysis.export import export_book  # noqa: PLC0415
    from bookanalysis.jobs.options import reading_options  # noqa: PLC0415

    options = reading_options(Config.from_environment())
    with ReadingBar() as bar:
        begun = perf_counter()
        with file.open("rb") as stream:
            store = MemoryStore(open_publication(stream))
        reader = OfflineReader()
        for progress in read_book(Run(reader, store, options)):
            bar.show(progress.stage, progress.percent, progress.chunk_num, progress.num_of_chunks)
        seconds = perf_counter() - begun
    dropped: Counter[str] = Counter()
    for reading in store.readings.values():
        dropped.update(reading.dropped)
    words = sum(len(chunk.text.split()) for chunk in store.chunks())
    return Reading(export_book(store.record(reader.name)), dropped, words, seconds)
