"""The workflow: a book in, its characters in the store, with the progress told on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from langgraph.graph import StateGraph
from langgraph.graph.state import CompiledStateGraph

from bookanalysis.ai.analyst.graph import add_chunk_updater, build_passage_graph
from bookanalysis.ai.context import Context, Options, Run
from bookanalysis.ai.name_extractor import name_extractor
from bookanalysis.ai.preprocessor.graph import add_preprocessor
from bookanalysis.ai.read_ahead import ReadAhead
from bookanalysis.ai.state import PassageState, State
from bookanalysis.ai.validator.graph import add_validator

__all__ = ["Options", "Progress", "Run", "build_book_graph", "read_book"]

_STEP_LIMIT = 1_000_000
"""Far more than the longest book needs: LangGraph wants a number."""
_PERCENT_BEFORE_CHUNKS = {
    "language_checker": 2,
    "text_quality_assessor": 4,
    "text_classifier": 6,
    "name_extractor": 7,
    "chunker": 8,
    "cleaner": 9,
    "metadata_remover": 10,
}
_STEPS_OF_A_PASSAGE = (
    "first_name_querier",
    "summarizer",
    "second_name_querier",
    "profile_retriever_creator",
    "profile_refresher",
)
_TOLD = frozenset(State.__annotations__) - {"refusal", "chunk_num", "is_new"}
_AHEAD = 2
"""Passages under way for each question that may be asked at once: there is one to ask while others wait."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A finished step. `stage` is its node's name, `chunk_num` counts the chunks that are committed.

    `results` are what the node found: the language, the book's name, the characters that are new, the
    error code of a refusal ...
    """

    stage: str
    percent: int
    chunk_num: int = 0
    num_of_chunks: int = 0
    results: Mapping[str, Any] = field(default_factory=dict)


def build_book_graph() -> CompiledStateGraph[State, Context]:
    """Runs once; every step in the thread of whoever reads the stream."""
    graph = StateGraph(State, context_schema=Context)
    add_validator(graph)
    graph.add_node(name_extractor)
    graph.add_edge("name_extractor", "chunker")
    add_preprocessor(graph)
    add_chunk_updater(graph)
    return graph.compile()


_BOOK = build_book_graph()
_PASSAGE = build_passage_graph()


def read_book(run: Run) -> Iterator[Progress]:
    """Read a book; chunks are committed in the caller's thread, each when the next progress is asked for.

    A run that was interrupted is run again: chunks that are committed are neither written nor told again.
    Raises a `BookRefused` when the book is not to be read, after the progress of the step that found it so.
    """
    context = Context(run)
    teller = _Teller(context)
    for node, written in _steps(context):
        yield from teller.tell(node, written)
        if "refusal" in written:
            raise written["refusal"]
    yield from teller.tell_end()


def _steps(context: Context) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every node that has run, with what it wrote; before a commit, the steps of its passage."""
    under_way = _AHEAD * context.run.options.concurrency
    with ReadAhead(partial(_read_passage, context), context.turns, under_way) as ahead:
        for update in _BOOK.stream(
            {}, {"recursion_limit": _STEP_LIMIT}, context=context, stream_mode="updates"
        ):
            for node, written in update.items():
                yield node, written or {}
                if passage := _passage_after(node, written or {}, context):
                    for step in ahead.steps_of(passage, last=len(context.passages)):
                        yield step, {}


def _read_passage(context: Context, number: int) -> Iterator[str]:
    for update in _PASSAGE.stream(PassageState(passage=number), context=context, stream_mode="updates"):
        yield from update


def _passage_after(node: str, written: Mapping[str, Any], context: Context) -> int | None:
    """The passage that has to be read before the book's graph may go on."""
    if node not in ("metadata_remover", "chunk_updater") or "refusal" in written:
        return None
    committed = written.get("chunk_num", 0)
    upcoming = context.passage_with.get(committed + 1)
    return None if upcoming == context.passage_with.get(committed) else upcoming


class _Teller:
    """Turns the nodes' updates into what a user wants to know, the percentage never falling."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stage = ""
        self._percent = 0
        self._chunk_num = 0

    def tell(self, node: str, written: Mapping[str, Any]) -> Iterator[Progress]:
        """A chunk is told when it is new; another step when it is not the one told last."""
        if node == "chunk_updater":
            self._chunk_num = written.get("chunk_num", self._chunk_num)
            is_news = written.get("is_new", False)
        else:
            is_news = node != self._stage
        if is_news:
            self._stage = node
            self._percent = self._percent_after(node)
            results = {key: value for key, value in written.items() if key in _TOLD}
            if "refusal" in written:
                results["refusal"] = written["refusal"].error_code
            yield self._progress(results)

    def tell_end(self) -> Iterator[Progress]:
        if self._percent < 100:  # noqa: PLR2004
            self._percent = 100
            yield self._progress({})

    def _percent_after(self, node: str) -> int:
        if node in _PERCENT_BEFORE_CHUNKS:
            return _PERCENT_BEFORE_CHUNKS[node]
        before = _PERCENT_BEFORE_CHUNKS["metadata_remover"]
        done: float = self._chunk_num
        if node != "chunk_updater":
            passage = self._context.passage_with[self._chunk_num + 1]
            ahead = len(self._context.passages[passage - 1].parts)
            done += ahead * (_STEPS_OF_A_PASSAGE.index(node) + 1) / (len(_STEPS_OF_A_PASSAGE) + 1)
        return max(self._percent, before + int((100 - before) * done / len(self._context.chunks)))

    @property
    def _is_reading(self) -> bool:
        return self._stage in _STEPS_OF_A_PASSAGE or self._stage == "chunk_updater"

    def _progress(self, results: Mapping[str, Any]) -> Progress:
        num_of_chunks = len(self._context.chunks) if self._is_reading else 0
        return Progress(self._stage, self._percent, self._chunk_num, num_of_chunks, results)
