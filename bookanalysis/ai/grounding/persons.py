"""Where the passage names the persons that a reader lists."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bookanalysis.ai.answers import Mention, NamedPerson, NameList
from bookanalysis.ai.grounding.places import told_place
from bookanalysis.ai.identity import FoundPerson
from bookanalysis.ai.passages import part_with
from bookanalysis.ai.readers import Passage
from bookanalysis.ai.store import Span
from bookanalysis.arabic import FoldedText, fold


@dataclass(frozen=True, slots=True)
class GroundedPersons:
    """The persons whom the passage names; `dropped` counts the mentions that are not in it."""

    persons: tuple[FoundPerson, ...]
    dropped: int

    @property
    def names(self) -> NameList:
        """The same as a reader would have said it."""
        return NameList(
            persons=[
                NamedPerson(
                    name=person.name,
                    mentions=[Mention(text=form, start=start) for start, _, form in person.mentions],
                )
                for person in self.persons
            ]
        )


def ground_persons(text: FoldedText, passage: Passage, names: NameList) -> GroundedPersons:
    """Find every mention in the text. A mention with a place is that place; else every place of its form.

    A place belongs to one person: the first who tells it. A form that several persons go by means, at each
    of its places, the one last met under a form of their own.
    """
    found = _Found(passage)
    sought: dict[str, list[int]] = defaultdict(list)
    for index, person in enumerate(names.persons):
        for mention in person.mentions:
            span = told_place(passage, mention.text, mention.start)
            if span:
                found.add(index, span)
            elif index not in sought[fold(mention.text)]:
                sought[fold(mention.text)].append(index)
    shared = []
    for form, span in _places_of(text, sought):
        if len(sought[form]) == 1:
            found.add(sought[form][0], span)
        else:
            shared.append((sought[form], span))
        found.forms.add(form)
    found.add_shared(shared)
    missing = sum(len(owners) for form, owners in sought.items() if form not in found.forms)
    return GroundedPersons(found.persons(names), found.refused + missing)


def _places_of(text: FoldedText, sought: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, Span]]:
    if not sought:
        return
    for span in text.find(sought):
        form = fold(text.text[slice(*span)])
        if form in sought:
            yield form, span


class _Found:
    """The places that are somebody's, by the person's index in the reader's list."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._owners: dict[Span, int] = {}
        self.forms: set[str] = set()
        self.refused = 0

    def add(self, index: int, span: Span) -> None:
        if self._owners.get(span, index) != index or part_with(self._passage, span) is None:
            self.refused += 1
        else:
            self._owners[span] = index

    def add_shared(self, shared: Sequence[tuple[Sequence[int], Span]]) -> None:
        own_places = sorted((span, index) for span, index in self._owners.items())
        for owners, span in shared:
            if span not in self._owners:
                self.add(_last_met(owners, span, own_places), span)

    def persons(self, names: NameList) -> tuple[FoundPerson, ...]:
        places: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
        for (start, end), index in sorted(self._owners.items()):
            places[index].append((start, end, self._passage.text[start:end]))
        return tuple(
            FoundPerson(person.name, tuple(places[index]))
            for index, person in enumerate(names.persons)
            if places[index]
        )


def _last_met(owners: Sequence[int], span: Span, places: Sequence[tuple[Span, int]]) -> int:
    """Who of the owners stands last before a place; else who stands first behind it; else the first owner."""
    here = bisect_left(places, (span, -1))
    before = (index for _, index in reversed(places[:here]) if index in owners)
    behind = (index for _, index in places[here:] if index in owners)
    return next(before, next(behind, owners[0]))
