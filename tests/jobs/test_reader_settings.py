"""What the settings mean for a reader."""

from dataclasses import replace
from math import ceil

import pytest

from bookanalysis.ai.even_groups import even_groups
from bookanalysis.jobs.reader_settings import reader_settings

NOVEL = 31_000
MOST_CALLS = 48


@pytest.mark.parametrize("chapter", [*range(200, 10_000, 130), 1510, 2010, 3010, 3520, 4010, 6010, NOVEL])
def test_a_novel_keeps_to_its_calls_however_long_its_chapters_are(config, chapter):
    """Three questions a passage, at the settings as they are delivered."""
    chunks = ceil(chapter / config.chunk_words)
    sizes = [chapter // chunks] * (chunks * NOVEL // chapter)

    passages = even_groups(sizes, reader_settings(config).words_at_once)

    assert 3 * len(passages) <= MOST_CALLS


def test_longer_chunks_make_longer_passages(config):
    longer = replace(config, chunk_words=6000)

    assert reader_settings(longer).words_at_once == 2 * reader_settings(config).words_at_once
