"""The settings, as `ai.readers.opening` takes them. Loads neither the workflow nor the database."""

from fractions import Fraction

from bookanalysis.ai.readers.opening import ReaderSettings, check_reader
from bookanalysis.config import Config

PASSAGE = Fraction(4, 3)
"""Of a chunk's most words. A chapter that is little longer than a chunk is cut in two, and passages of as
much as one chunk would hold no more than one half."""


def reader_settings(settings: Config) -> ReaderSettings:
    return ReaderSettings(
        reader=settings.reader,
        api_key=settings.reader_api_key,
        base_url=settings.reader_base_url,
        timeout=settings.reader_timeout,
        words_at_once=int(PASSAGE * settings.chunk_words),
    )


def check_configured_reader(settings: Config) -> None:
    """Raise a `ReaderMisconfigured` if the reader cannot be opened as it is set. Asks nobody."""
    check_reader(reader_settings(settings))
