"""Whom does the passage name?"""

from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.grounding import ground_persons
from bookanalysis.ai.state import PassageState
from bookanalysis.errors import ChunkUnreadable


def first_name_querier(state: PassageState, runtime: Runtime[Context]) -> PassageState:
    context = runtime.context
    notes = context.notes(state["passage"])
    try:
        with context.asking() as reader:
            notes.names = reader.list_names(notes.passage)
    except ChunkUnreadable as error:
        notes.miss(error.reason)
    notes.miss_parts(notes.names.unread)
    notes.keep(ground_persons(notes.folded, notes.passage, notes.names))
    return PassageState(has_names=bool(notes.persons))


def router_from_first_name_querier(state: PassageState) -> Literal["summarizer", "__end__"]:
    return "summarizer" if state["has_names"] else "__end__"
