"""What happens in the passage?"""

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.state import PassageState
from bookanalysis.errors import ChunkUnreadable


def summarizer(state: PassageState, runtime: Runtime[Context]) -> PassageState:
    context = runtime.context
    notes = context.notes(state["passage"])
    try:
        with context.asking() as reader:
            notes.summaries = reader.summarize(notes.passage, notes.names)
    except ChunkUnreadable as error:
        notes.miss(error.reason)
    return PassageState()
