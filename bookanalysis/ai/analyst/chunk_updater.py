"""Commit the next chunk; then the next of the window, the next window, or the end."""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Send

from bookanalysis.ai.context import ChunkNotes, Context
from bookanalysis.ai.state import State
from bookanalysis.ai.store import ChunkReading


def chunk_updater(state: State, runtime: Runtime[Context]) -> State:
    """Commit one chunk, in chunk order, once all of the window is through.

    A chunk without names comes here while others of its window are still asked about, and waits for
    them. (LangGraph's `defer` would not: it does not see tasks that were sent.)
    """
    context = runtime.context
    number = state.get("chunk_num", 0) + 1
    if state["num_through"] < context.window_of(number)[-1]:
        return State()
    notes = context.notes(number)
    is_new = context.run.store.commit_chunk(_reading_of(notes))
    new_characters = context.characters.meet(notes.appearances, notes.facts)
    context.put_away(number)
    if number == state["num_of_chunks"]:
        context.characters.link_aliases(context.cast)
        context.run.store.finish(context.cast.merges)
    return State(chunk_num=number, is_new=is_new, new_characters=new_characters, gap=notes.gap)


def router_from_chunk_updater(
    state: State, runtime: Runtime[Context]
) -> list[Send] | Literal["chunk_updater", "__end__"]:
    committed = state.get("chunk_num", 0)
    if committed == state["num_of_chunks"]:
        return "__end__"
    window = runtime.context.window_of(committed + 1)
    if state["num_through"] == committed:
        return [Send("first_name_querier", {"chunk": number}) for number in window]
    return "chunk_updater" if state["num_through"] >= window[-1] else []


def _reading_of(notes: ChunkNotes) -> ChunkReading:
    names = [fact for appearance in notes.appearances for fact in appearance.facts]
    return ChunkReading(
        number=notes.chunk.number,
        summary=next((summary.text for summary in notes.summaries.summaries), None),
        gap=notes.gap,
        mentions={appearance.character: appearance.spans for appearance in notes.appearances},
        facts=tuple(sorted({*names, *notes.facts})),
        confidence={appearance.character: appearance.confidence for appearance in notes.appearances},
        dropped={what: count for what, count in notes.dropped.items() if count},
    )
