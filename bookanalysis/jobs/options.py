"""How books are read here: the settings, as the workflow takes them."""

from bookanalysis.ai.workflow import Options
from bookanalysis.config import Config


def reading_options(settings: Config) -> Options:
    return Options(
        accepted_languages=settings.accepted_languages,
        chunk_words=settings.chunk_words,
        concurrency=settings.analysis_concurrency,
    )
