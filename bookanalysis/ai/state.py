"""What flows through the graph: ids and counters. Each key names the node that writes it."""

import operator
from typing import Annotated, TypedDict

from bookanalysis.errors import BookRefused


def _own(_before: int, written: int) -> int:
    """Tasks of one step write side by side; each one's router sees what its own task wrote."""
    return written


class State(TypedDict, total=False):
    language: str  # language_checker
    language_confidence: float  # language_checker
    quality_score: float  # text_quality_assessor
    classification: str  # text_classifier
    refusal: BookRefused  # the node that refuses the book
    title: str | None  # name_extractor
    author: str | None  # name_extractor
    num_of_chunks: int  # metadata_remover
    chunk: Annotated[int, _own]  # first_name_querier, summarizer: the chunk that this branch is about
    is_through: Annotated[bool, _own]  # first_name_querier, summarizer: nothing more to ask about the chunk
    num_through: Annotated[int, operator.add]  # the node after which nothing more is asked about a chunk
    chunk_num: int  # chunk_updater: the chunks that are committed
    is_new: bool  # chunk_updater: whether the chunk was not committed by an earlier run
    new_characters: dict[str, str]  # chunk_updater: key and name of who appears first in the chunk
    gap: str | None  # chunk_updater: why the chunk could not be read


class ChunkState(TypedDict):
    """What a node gets that is asked about one chunk."""

    chunk: int
