"""Who reads the books: as it is set, and, where asked for, whether it answers."""

from time import monotonic

from bookanalysis.config import Config
from bookanalysis.jobs.reader import ask_one_question
from bookanalysis.jobs.reader_settings import check_configured_reader


def reader_is_set(settings: Config) -> str:
    """Asks nobody."""
    check_configured_reader(settings)
    return settings.reader


def reader_answers(settings: Config) -> str:
    """Proves the key, and costs what a few words cost."""
    began = monotonic()
    name = ask_one_question(settings)
    return f"{name}, {monotonic() - began:.1f} s"
