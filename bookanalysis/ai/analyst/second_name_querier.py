"""Whom does the chunk name, now that we know what happens in it: who is meant, and what is no person?"""

from langgraph.runtime import Runtime

from bookanalysis.ai.context import ChunkNotes, Context
from bookanalysis.ai.grounding import ground_persons
from bookanalysis.ai.state import ChunkState, State
from bookanalysis.arabic import sentences
from bookanalysis.errors import ChunkUnreadable


def second_name_querier(state: ChunkState, runtime: Runtime[Context]) -> State:
    context = runtime.context
    notes = context.notes(state["chunk"])
    try:
        notes.names = context.prepared.confirm_names(
            notes.passage, notes.names, notes.summaries, _sentences_with_names(notes)
        )
    except ChunkUnreadable as error:
        notes.gap = error.reason
        notes.persons = ()
        return State()
    grounded = ground_persons(notes.folded, notes.names)
    notes.persons = grounded.persons
    notes.dropped["mentions"] = grounded.dropped
    return State()


def _sentences_with_names(notes: ChunkNotes) -> list[str]:
    """The sentences of the chunk that name somebody, in order."""
    text = notes.chunk.text
    places = sorted(start for person in notes.persons for start, _, _ in person.mentions)
    found, place = [], 0
    for start, end in sentences(text):
        first = place
        while place < len(places) and places[place] < end:
            place += 1
        if place > first:
            found.append(text[start:end])
    return found
