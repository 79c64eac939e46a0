"""Which characters are the persons of the passage: known ones, or new?"""

from typing import Literal

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import PassageState


def profile_retriever_creator(state: PassageState, runtime: Runtime[Context]) -> PassageState:
    """Fold the persons into the cast in the book's order, whatever order they were found in."""
    context = runtime.context
    notes = context.notes(state["passage"])
    with context.turns.turn(state["passage"]):
        notes.appearances = {
            part.chunk: context.cast.meet(
                part.chunk, notes.persons_in(part), notes.passage.text[part.start : part.end]
            )
            for part in notes.passage.parts
        }
    return PassageState(has_characters=bool(notes.present))


def router_from_profile_retriever_creator(state: PassageState) -> Literal["profile_refresher", "__end__"]:
    return "profile_refresher" if state["has_characters"] else "__end__"
