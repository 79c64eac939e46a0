"""Which characters are the persons of the window's chunks: known ones, or new?"""

from typing import Literal

from langgraph.runtime import Runtime
from langgraph.types import Send

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import State


def profile_retriever_creator(state: State, runtime: Runtime[Context]) -> State:
    """Fold the persons into the cast in chunk order, whatever order they were found in."""
    context = runtime.context
    window = context.window_of(state.get("chunk_num", 0) + 1)
    for number in window:
        notes = context.notes(number)
        notes.appearances = context.cast.meet(number, notes.persons)
    described = len(_with_characters(context, window))
    return State(num_through=window[-1] - state.get("num_through", 0) - described)


def router_from_profile_retriever_creator(
    state: State, runtime: Runtime[Context]
) -> list[Send] | Literal["chunk_updater"]:
    context = runtime.context
    numbers = _with_characters(context, context.window_of(state.get("chunk_num", 0) + 1))
    return [Send("profile_refresher", {"chunk": number}) for number in numbers] or "chunk_updater"


def _with_characters(context: Context, window: range) -> list[int]:
    return [number for number in window if context.notes(number).appearances]
