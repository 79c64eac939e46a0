"""What goes into the cast and what comes out of it: persons of one chunk, and their characters."""

from dataclasses import dataclass

from bookanalysis.profile import Fact

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundPerson:
    """A person as one chunk names them: start, end and form of every mention, found in the text."""

    name: str
    mentions: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a chunk adds to a character: its mentions, and the name and alias facts that are new."""

    character: str
    name: str
    spans: tuple[Span, ...]
    facts: tuple[Fact, ...]
    confidence: float
