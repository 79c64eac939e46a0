"""What a chunk's text says about the identity of its persons: who are two, and who is also called what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bookanalysis.ai.identity.found import FoundPerson, Span
from bookanalysis.ai.identity.scene import SceneText
from bookanalysis.ai.identity.speaking import find_apart
from bookanalysis.ai.identity.told_names import find_told_names
from bookanalysis.arabic.names import parse_name


@dataclass(frozen=True, slots=True)
class ToldAlias:
    """Persons by their numbers: `person` is also called `form`; `other` is met by it, if anybody is.

    The words at `span` say so and hold the form.
    """

    person: int
    form: str
    span: Span
    other: int | None


@dataclass(frozen=True, slots=True)
class ChunkEvidence:
    """`apart` are pairs of persons who are two people."""

    apart: frozenset[frozenset[int]] = frozenset()
    aliases: Sequence[ToldAlias] = field(default=())


def evidence_in(text: str, persons: Sequence[FoundPerson]) -> ChunkEvidence:
    """Read the words around the mentions. A title that stands alone («الدكتور») parts nobody."""
    words = SceneText(text)
    scene = words.scene(list(_whole_names(persons)))
    apart = {frozenset((scene.named[one].who, scene.named[other].who)) for one, other in find_apart(scene)}
    aliases = []
    for told in find_told_names(scene):
        person = scene.named[told.named].who
        other = scene.named[told.other].who if told.other is not None else None
        form_start, end = words.span(told.alias, told.last)
        if told.other is not None:
            form_start += len(scene.named[told.other].particle)
        start, _ = words.span(told.first, told.first)
        aliases.append(ToldAlias(person, text[form_start:end], (start, end), other))
    return ChunkEvidence(frozenset(apart), tuple(aliases))


def _whole_names(persons: Sequence[FoundPerson]) -> Iterator[tuple[int, int, int]]:
    """Who is named from where to where; no name that is a part of a longer one."""
    mentions = [
        (start, -end, number)
        for number, person in enumerate(persons)
        for start, end, form in person.mentions
        if not parse_name(form).is_bare_title
    ]
    free_from = 0
    for start, end, number in sorted(mentions):
        if -end > free_from:
            free_from = -end
            yield number, start, -end
