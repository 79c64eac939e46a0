"""What happens in the chunk?"""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Send

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import ChunkState, State
from bookanalysis.errors import ChunkUnreadable


def summarizer(state: ChunkState, runtime: Runtime[Context]) -> State:
    context = runtime.context
    notes = context.notes(state["chunk"])
    try:
        notes.summaries = context.prepared.summarize(notes.passage, notes.names)
    except ChunkUnreadable as error:
        notes.gap = error.reason
        notes.persons = ()
    is_through = notes.gap is not None
    return State(chunk=state["chunk"], is_through=is_through, num_through=int(is_through))


def router_from_summarizer(state: State) -> Send | Literal["chunk_updater"]:
    if state["is_through"]:
        return "chunk_updater"
    return Send("second_name_querier", {"chunk": state["chunk"]})
