"""Whom does the passage name, now that we know what happens in it: who is meant, and what is no person?"""

from langgraph.runtime import Runtime

from bookanalysis.ai.context import Context
from bookanalysis.ai.grounding import ground_persons
from bookanalysis.ai.notes import PassageNotes
from bookanalysis.ai.state import PassageState
from bookanalysis.arabic import sentences
from bookanalysis.errors import ChunkUnreadable


def second_name_querier(state: PassageState, runtime: Runtime[Context]) -> PassageState:
    """The first names stand where the second question finds no answer."""
    context = runtime.context
    notes = context.notes(state["passage"])
    around = _sentences_with_names(notes)
    try:
        with context.asking() as reader:
            notes.names = reader.confirm_names(notes.passage, notes.names, notes.summaries, around)
    except ChunkUnreadable as error:
        notes.miss(error.reason)
        return PassageState()
    notes.keep(ground_persons(notes.folded, notes.passage, notes.names))
    return PassageState()


def _sentences_with_names(notes: PassageNotes) -> list[str]:
    """The sentences of the passage that name somebody, in order."""
    text = notes.passage.text
    places = sorted(start for person in notes.persons for start, _, _ in person.mentions)
    found, place = [], 0
    for start, end in sentences(text):
        first = place
        while place < len(places) and places[place] < end:
            place += 1
        if place > first:
            found.append(text[start:end])
    return found
