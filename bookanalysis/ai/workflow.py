"""The workflow: a book in, its characters in the store, with the progress told on the way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from langgraph.graph import StateGraph
from langgraph.graph.state import CompiledStateGraph

from bookanalysis.ai.analyst.graph import add_analyst
from bookanalysis.ai.context import Context, Options, Run
from bookanalysis.ai.name_extractor import name_extractor
from bookanalysis.ai.preprocessor.graph import add_preprocessor
from bookanalysis.ai.state import State
from bookanalysis.ai.validator.graph import add_validator

__all__ = ["Options", "Progress", "Run", "build_workflow", "read_book"]

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
_STEPS_OF_A_CHUNK = (
    "first_name_querier",
    "summarizer",
    "second_name_querier",
    "profile_retriever_creator",
    "profile_refresher",
    "chunk_updater",
)
_TOLD = frozenset(State.__annotations__) - {
    "refusal",
    "chunk",
    "is_through",
    "num_through",
    "chunk_num",
    "is_new",
}


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


def build_workflow() -> CompiledStateGraph[State, Context]:
    graph = StateGraph(State, context_schema=Context)
    add_validator(graph)
    graph.add_node(name_extractor)
    graph.add_edge("name_extractor", "chunker")
    add_preprocessor(graph)
    add_analyst(graph)
    return graph.compile()


_WORKFLOW = build_workflow()


def read_book(run: Run) -> Iterator[Progress]:
    """Read a book; each step runs when the next progress is asked for, and commits in the caller's thread.

    A run that was interrupted is run again: chunks that are committed are neither written nor told again.
    Raises a `BookRefused` when the book is not to be read, after the progress of the step that found it so.
    """
    context = Context(run)
    teller = _Teller(context)
    for update in _WORKFLOW.stream(
        {},
        {"max_concurrency": run.options.concurrency, "recursion_limit": _STEP_LIMIT},
        context=context,
        stream_mode="updates",
    ):
        for node, written in update.items():
            yield from teller.tell(node, written or {})
            if "refusal" in (written or {}):
                raise written["refusal"]
    yield from teller.tell_end()


class _Teller:
    """Turns the nodes' updates into what a user wants to know, the percentage never falling."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._stage = ""
        self._percent = 0
        self._chunk_num = 0

    def tell(self, node: str, written: Mapping[str, Any]) -> Iterator[Progress]:
        """A chunk is told when it is new; another step once, however many chunks pass it side by side."""
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
        is_commit = node == "chunk_updater"
        window = self._context.window_of(self._chunk_num if is_commit else self._chunk_num + 1)
        whole = len(_STEPS_OF_A_CHUNK)
        if is_commit:
            steps = (whole - 1) * len(window) + self._chunk_num - window[0] + 1
        else:
            steps = (_STEPS_OF_A_CHUNK.index(node) + 1) * len(window)
        done = whole * (window[0] - 1) + steps
        before = _PERCENT_BEFORE_CHUNKS["metadata_remover"]
        return before + (100 - before) * done // (whole * len(self._context.chunks))

    def _progress(self, results: Mapping[str, Any]) -> Progress:
        num_of_chunks = len(self._context.chunks) if self._stage in _STEPS_OF_A_CHUNK else 0
        return Progress(self._stage, self._percent, self._chunk_num, num_of_chunks, results)
