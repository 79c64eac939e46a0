"""What does the chunk say about its characters?"""

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.grounding import ground_facts
from bookanalysis.ai.readers import PresentCharacter
from bookanalysis.ai.state import ChunkState, State
from bookanalysis.errors import ChunkUnreadable


def profile_refresher(state: ChunkState, runtime: Runtime[Context]) -> State:
    context = runtime.context
    notes = context.notes(state["chunk"])
    present = [PresentCharacter(appearance.name, appearance.spans) for appearance in notes.appearances]
    try:
        answer = context.prepared.describe(notes.passage, present)
    except ChunkUnreadable as error:
        notes.gap = error.reason
    else:
        grounded = ground_facts(notes.folded, notes.chunk.number, answer, notes.appearances)
        notes.facts = grounded.facts
        notes.dropped["facts"] = grounded.dropped
    return State(num_through=1)
