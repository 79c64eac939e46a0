"""Commit the next chunk; then the next, or the end."""

from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import State


def chunk_updater(state: State, runtime: Runtime[Context]) -> State:
    """Commit one chunk of a passage that is read, in chunk order."""
    context = runtime.context
    number = state.get("chunk_num", 0) + 1
    passage = context.passage_with[number]
    notes = context.notes(passage)
    reading = notes.reading_of(number)
    is_new = context.run.store.commit_chunk(reading)
    new_characters = context.characters.meet(notes.appearances.get(number, ()), reading.facts)
    if context.passage_with.get(number + 1) != passage:
        context.put_away(passage)
    if number == state["num_of_chunks"]:
        context.characters.link_aliases(context.cast)
        context.run.store.finish(context.cast.joins)
    return State(chunk_num=number, is_new=is_new, new_characters=new_characters, gap=reading.gap)


def router_from_chunk_updater(state: State) -> Literal["chunk_updater", "__end__"]:
    return "__end__" if state["chunk_num"] == state["num_of_chunks"] else "chunk_updater"
