"""The cast of a book: who is meant, chunk by chunk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from bookanalysis.ai.identity.found import Appearance, FoundPerson
from bookanalysis.ai.identity.name_rules import fullness, may_be_one
from bookanalysis.ai.readers import KnownPerson
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import NameParts, parse_name
from bookanalysis.profile import Fact, FactKind


@dataclass(slots=True, eq=False)
class _Member:
    """A character in the making.

    `order` gives each known form its rank, the best to show first; `said` are the forms that have their
    fact; `names` are all forms by which the person may be recognised. All keys are folded.
    """

    key: str
    order: dict[str, int]
    confidence: float | None
    name: str = ""
    said: set[str] = field(default_factory=set)
    names: dict[str, NameParts] = field(default_factory=dict)
    mentions: int = 0

    def prefers(self, form: str) -> bool:
        """Whether a form is better to show than the name so far."""
        if not self.name:
            return True
        if self.order:
            last = len(self.order)
            return self.order.get(fold(form), last) < self.order.get(fold(self.name), last)
        return fullness(parse_name(form)) > fullness(parse_name(self.name))


class Cast:
    """Folds each chunk's persons in, in chunk order, and says which character each of them is.

    `known` are the persons that a reader found in the whole book; they are met under their names. Others
    are told apart by the rules for Arabic names; where two fit, the one met last is meant.
    """

    def __init__(self, known: Sequence[KnownPerson] = ()) -> None:
        self._known = {fold(person.name): person for person in reversed(known)}
        self._known_by_form = _unshared_forms(known)
        self._members: list[_Member] = []
        self._by_known: dict[str, _Member] = {}
        self._recent: list[_Member] = []
        self._links: dict[str, str] = {}

    def meet(self, chunk: int, persons: Sequence[FoundPerson]) -> list[Appearance]:
        """The characters of one chunk, in order of first mention."""
        met: dict[str, tuple[_Member, list[tuple[int, int, str]]]] = {}
        for person in sorted(persons, key=_first_place):
            if not person.mentions:
                continue
            member = self._member(person)
            met.setdefault(member.key, (member, []))[1].extend(person.mentions)
            self._recognise(member, person)
        return [self._appearance(chunk, member, sorted(set(places))) for member, places in met.values()]

    def link(self, a: str, b: str) -> None:
        """Say that two characters are one person."""
        kept, dropped = sorted((self._root(a), self._root(b)), key=_number)
        if kept != dropped:
            self._links[dropped] = kept

    @property
    def merges(self) -> dict[str, str]:
        """Each dropped key with the key to keep: the one that appeared first."""
        return {key: self._root(key) for key in sorted(self._links, key=_number)}

    def _root(self, key: str) -> str:
        while key in self._links:
            key = self._links[key]
        return key

    def _member(self, person: FoundPerson) -> _Member:
        known = self._known.get(fold(person.name)) or self._known_by_form.get(fold(person.name))
        if known:
            return self._by_known.get(known.name) or self._add(known)
        parts = parse_name(person.name)
        return self._namesake(fold(person.name), parts) or self._add(None)

    def _namesake(self, form: str, parts: NameParts) -> _Member | None:
        strangers = [member for member in self._recent if not member.order]
        for member in strangers:
            if form in member.names:
                return member
        for member in strangers:
            if may_be_one(parts, member.names.values()):
                return member
        return None

    def _add(self, known: KnownPerson | None) -> _Member:
        forms = known.forms if known else ()
        ranks = {fold(form): rank for rank, form in reversed(list(enumerate(forms)))}
        member = _Member(f"c{len(self._members) + 1}", ranks, known.confidence if known else None)
        self._members.append(member)
        if known:
            self._by_known[known.name] = member
        return member

    def _recognise(self, member: _Member, person: FoundPerson) -> None:
        if member in self._recent:
            self._recent.remove(member)
        self._recent.insert(0, member)
        member.mentions += len(person.mentions)
        for form in (person.name, *(form for _, _, form in person.mentions)):
            member.names.setdefault(fold(form), parse_name(form))

    def _appearance(self, chunk: int, member: _Member, places: Iterable[tuple[int, int, str]]) -> Appearance:
        facts = []
        spans = []
        for start, end, form in places:
            spans.append((start, end))
            key = fold(form)
            if key in member.said:
                continue
            member.said.add(key)
            kind = FactKind.NAME if member.prefers(form) else FactKind.ALIAS
            if kind is FactKind.NAME:
                member.name = form
            facts.append(Fact(chunk, start, end, member.key, kind, "", form, form))
        confidence = member.confidence if member.confidence is not None else 1 - 0.5**member.mentions
        return Appearance(member.key, member.name, tuple(spans), tuple(facts), confidence)


def _unshared_forms(known: Sequence[KnownPerson]) -> dict[str, KnownPerson]:
    """Each form that only one of the known persons bears."""
    bearers: dict[str, list[KnownPerson]] = {}
    for person in known:
        for form in {fold(form) for form in person.forms}:
            bearers.setdefault(form, []).append(person)
    return {form: persons[0] for form, persons in bearers.items() if len(persons) == 1}


def _first_place(person: FoundPerson) -> tuple[int, str]:
    return min((start for start, _, _ in person.mentions), default=0), person.name


def _number(key: str) -> int:
    return int(key.removeprefix("c"))
