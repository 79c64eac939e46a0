"""What is the book called, and who wrote it?"""

from langgraph.runtime import Runtime

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.context import Context
from bookanalysis.ai.state import State

OPENING_LENGTH = 2000
"""In characters."""


def name_extractor(state: State, runtime: Runtime[Context]) -> State:
    run, publication = runtime.context.run, runtime.context.publication
    opening = "\n\n".join(chapter.text for chapter in publication.chapters[:5])[:OPENING_LENGTH]
    name = run.reader.name_book(opening, BookName(title=publication.title, author=publication.author))
    run.store.save_name(name)
    return State(title=name.title, author=name.author)
