"""A file that is read from the command line, with the reader that the settings name."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter

from bookanalysis.config import Config
from bookanalysis.epub import open_publication
from bookanalysis.record import BookRecord
from bookanalysis.terminal import ReadingBar


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a book, and what no export says.

    `dropped` counts the names ("mentions") and facts whose words are not in the text, `words` those of the
    cleaned text; `seconds` go from opening the file to the last chunk.
    """

    record: BookRecord
    dropped: Mapping[str, int]
    words: int
    seconds: float


def read_file(file: Path, reader: str | None = None) -> Reading:
    """Read with a progress bar; `reader` is another one than the settings name.

    Raises a `BookRefused`, whatever keeps the reader from reading, or an `OSError` of the file.
    """
    # Loading the workflow takes seconds, and other commands do without it.
    from bookanalysis.ai.memory_store import MemoryStore  # noqa: PLC0415
    from bookanalysis.ai.workflow import Run, read_book  # noqa: PLC0415
    from bookanalysis.jobs.options import reading_options  # noqa: PLC0415
    from bookanalysis.jobs.reader import reader_alone  # noqa: PLC0415

    settings = Config.from_environment()
    if reader:
        settings = replace(settings, reader=reader)
    opened = reader_alone(settings)
    with ReadingBar() as bar:
        begun = perf_counter()
        with file.open("rb") as stream:
            store = MemoryStore(open_publication(stream))
        for progress in read_book(Run(opened, store, reading_options(settings))):
            bar.show(progress.stage, progress.percent, progress.chunk_num, progress.num_of_chunks)
        seconds = perf_counter() - begun
    dropped: Counter[str] = Counter()
    for reading in store.readings.values():
        dropped.update(reading.dropped)
    words = sum(len(chunk.text.split()) for chunk in store.chunks())
    return Reading(store.record(opened.name), dropped, words, seconds)
