"""Whom does the chunk name?"""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Send

from bookanalysis.ai.context import Context
from bookanalysis.ai.grounding import ground_persons
from bookanalysis.ai.state import ChunkState, State
from bookanalysis.errors import ChunkUnreadable


def first_name_querier(state: ChunkState, runtime: Runtime[Context]) -> State:
    context = runtime.context
    notes = context.notes(state["chunk"])
    try:
        notes.names = context.prepared.list_names(notes.passage)
    except ChunkUnreadable as error:
        notes.gap = error.reason
    grounded = ground_persons(notes.folded, notes.names)
    notes.persons = grounded.persons
    notes.dropped["mentions"] = grounded.dropped
    is_through = not notes.persons
    return State(chunk=state["chunk"], is_through=is_through, num_through=int(is_through))


def router_from_first_name_querier(state: State) -> Send | Literal["chunk_updater"]:
    if state["is_through"]:
        return "chunk_updater"
    return Send("summarizer", {"chunk": state["chunk"]})
