"""What flows through the graphs: ids and counters. Each key names the node that writes it."""

from typing import TypedDict

from bookanalysis.errors import BookRefused


class State(TypedDict, total=False):
    """The book's."""

    language: str  # language_checker
    language_confidence: float  # language_checker
    quality_score: float  # text_quality_assessor
    classification: str  # text_classifier
    refusal: BookRefused  # the node that refuses the book
    title: str | None  # name_extractor
    author: str | None  # name_extractor
    num_of_chunks: int  # metadata_remover
    chunk_num: int  # chunk_updater: the chunks that are committed
    is_new: bool  # chunk_updater: whether the chunk was not committed by an earlier run
    new_characters: dict[str, str]  # chunk_updater: key and name of who appears first in the chunk
    gap: str | None  # chunk_updater: why the chunk could not be read


class PassageState(TypedDict, total=False):
    """One passage's."""

    passage: int  # whoever starts the run
    has_names: bool  # first_name_querier
    has_characters: bool  # profile_retriever_creator
