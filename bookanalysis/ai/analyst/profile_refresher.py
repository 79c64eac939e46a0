"""What does the passage say about its characters?"""

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.grounding import ground_facts
from bookanalysis.ai.state import PassageState
from bookanalysis.errors import ChunkUnreadable


def profile_refresher(state: PassageState, runtime: Runtime[Context]) -> PassageState:
    context = runtime.context
    notes = context.notes(state["passage"])
    try:
        with context.asking() as reader:
            answer = reader.describe(notes.passage, [character for _, character in notes.present])
    except ChunkUnreadable as error:
        notes.miss(error.reason)
        return PassageState()
    notes.miss_parts(answer.unread)
    grounded = ground_facts(notes.folded, notes.passage, answer, notes.present)
    notes.facts = grounded.facts
    notes.dropped["facts"] += grounded.dropped
    return PassageState()
