"""The cast of a book: who is meant, chunk by chunk."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from bookanalysis.ai.identity.chunk_evidence import ChunkEvidence, ToldAlias, evidence_in
from bookanalysis.ai.identity.found import Appearance, FoundPerson
from bookanalysis.ai.identity.member import Member, new_member
from bookanalysis.ai.identity.name_rules import SameWord, fullness, may_be_one
from bookanalysis.ai.identity.not_names import is_name
from bookanalysis.ai.identity.spelling import IsListed, same_foreign_word, same_word
from bookanalysis.ai.identity.unions import Unions
from bookanalysis.ai.readers import KnownPerson
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import parse_name
from bookanalysis.joins import Join
from bookanalysis.profile import Fact, FactKind

Place = tuple[int, int, str]


class Cast:
    """Folds each chunk's persons in, in chunk order, and says which character each of them is.

    `known` are the persons that a reader found in the whole book; they are met under their names. Others
    are told apart by the rules for Arabic names; where two fit, the one met last is meant. `is_listed` says
    which words are given names; without it, a foreign name has one spelling.
    """

    def __init__(self, known: Sequence[KnownPerson] = (), is_listed: IsListed | None = None) -> None:
        self._known = {fold(person.name): person for person in reversed(known)}
        self._known_by_form = _unshared_forms(known)
        self._same = _same_word(is_listed)
        self._members: dict[str, Member] = {}
        self._by_known: dict[str, Member] = {}
        self._recent: list[Member] = []
        self._unions = Unions(_number)
        self._told: list[tuple[str, str, int]] = []

    def meet(self, chunk: int, persons: Sequence[FoundPerson], text: str | None = None) -> list[Appearance]:
        """The characters of one chunk, in order of first mention.

        From the chunk's `text` it learns who are two people, for they speak to each other, and what
        somebody is called besides.
        """
        named = sorted(filter(None, map(_named, persons)), key=lambda person: (person.mentions, person.name))
        evidence = evidence_in(text, named) if text else ChunkEvidence()
        members: list[Member] = []
        for number, person in enumerate(named):
            others = [members[other] for other in range(number) if {number, other} in evidence.apart]
            member = self._member(person, [*others, *self._named_later(number, named, evidence)])
            members.append(member)
            self._recognise(member, person)
            for other in others:
                self._unions.part(member.key, other.key)
        places: dict[str, list[Place]] = {}
        for member, person in zip(members, named, strict=True):
            places.setdefault(member.key, []).extend(person.mentions)
        told = self._take_in(chunk, evidence.aliases, members)
        return [
            self._appearance(chunk, self._members[key], sorted(set(found)), told.get(key, {}), text or "")
            for key, found in places.items()
        ]

    def link(self, a: str, b: str, chunk: int) -> None:
        """Say that two characters are one person, as the words up to a chunk tell.

        Nothing happens if the book shows that they are two.
        """
        genders = {self._members[key].gender for key in self._unions.members(a) + self._unions.members(b)}
        if not {"female", "male"} <= genders:
            self._unions.join(a, b, chunk)

    def link_told(self) -> None:
        """Join those of whom the text said that they are one, now that all of it is known."""
        for a, b, chunk in self._told:
            self.link(a, b, chunk)

    def tell_gender(self, key: str, gender: str) -> None:
        """Take in that the text shows a character to be `female` or `male`."""
        self._members[key].genders.add(gender)

    @property
    def joins(self) -> list[Join]:
        """Who turned out to be one, and from which chunk on; the one that appeared first is kept."""
        return self._unions.joins

    def _member(self, person: FoundPerson, others: Collection[Member]) -> Member:
        """Whom a person is; none of the `others`, from whom the chunk tells them apart."""
        known = self._known.get(fold(person.name)) or self._known_by_form.get(fold(person.name))
        if known:
            return self._by_known.get(known.name) or self._add(known)
        return self._namesake(person.name, others) or self._add(None)

    def _named_later(
        self, number: int, named: Sequence[FoundPerson], evidence: ChunkEvidence
    ) -> Iterator[Member]:
        """Whom the fuller names behind mean that the chunk tells apart from this person's."""
        full = fullness(parse_name(named[number].name))
        for other in range(number + 1, len(named)):
            name = named[other].name
            if {number, other} in evidence.apart and fullness(parse_name(name)) > full:
                member = self._namesake(name, ())
                if member:
                    yield member

    def _namesake(self, name: str, others: Collection[Member]) -> Member | None:
        """Who is meant by a name: who bears it in full, else the one met last whom it fits."""
        strangers = [member for member in self._recent if not member.order and member not in others]
        parts = parse_name(name)
        if not (parts.is_short or parts.is_bare_title):
            for member in strangers:
                if fold(name) in member.names:
                    return member
        for member in strangers:
            if fold(name) in member.names or may_be_one(parts, list(member.names.values()), self._same):
                return member
        return None

    def _add(self, known: KnownPerson | None) -> Member:
        member = new_member(f"c{len(self._members) + 1}", known)
        self._members[member.key] = member
        if known:
            self._by_known[known.name] = member
        return member

    def _recognise(self, member: Member, person: FoundPerson) -> None:
        if member in self._recent:
            self._recent.remove(member)
        self._recent.insert(0, member)
        member.mentions += len(person.mentions)
        for form in (person.name, *(form for _, _, form in person.mentions)):
            member.recognise(form)

    def _take_in(
        self, chunk: int, aliases: Iterable[ToldAlias], members: Sequence[Member]
    ) -> dict[str, dict[str, ToldAlias]]:
        """The first place that tells each alias, by the character and the alias's key."""
        told: dict[str, dict[str, ToldAlias]] = {}
        for alias in aliases:
            key = members[alias.person].key
            told.setdefault(key, {}).setdefault(fold(alias.form), alias)
            if alias.other is not None:
                self._told.append((key, members[alias.other].key, chunk))
        return told

    def _appearance(
        self, chunk: int, member: Member, places: Sequence[Place], told: dict[str, ToldAlias], text: str
    ) -> Appearance:
        facts = []
        for start, end, form in places:
            if fold(form) in member.said or (fold(form) in told and not member.prefers(form)):
                continue
            member.said.add(fold(form))
            kind = FactKind.NAME if member.prefers(form) else FactKind.ALIAS
            if kind is FactKind.NAME:
                member.name = form
            facts.append(Fact(chunk, start, end, member.key, kind, "", form, form))
        for key, alias in told.items():
            if key not in member.said:
                member.said.add(key)
                start, end = alias.span
                quote = text[start:end]
                facts.append(Fact(chunk, start, end, member.key, FactKind.ALIAS, "", alias.form, quote))
        spans = tuple((start, end) for start, end, _ in places)
        return Appearance(member.key, member.name, spans, tuple(facts), member.surety)


def _named(person: FoundPerson) -> FoundPerson | None:
    """The person without mentions that name nobody («هو», «الرجل»); None where nothing remains."""
    mentions = tuple(sorted({mention for mention in person.mentions if is_name(mention[2])}))
    if not mentions:
        return None
    if is_name(person.name):
        return FoundPerson(person.name, mentions)
    name = max((form for _, _, form in mentions), key=lambda form: (fullness(parse_name(form)), form))
    return FoundPerson(name, mentions)


def _same_word(is_listed: IsListed | None) -> SameWord:
    if is_listed is None:
        return same_word
    return lambda one, other: same_word(one, other) or same_foreign_word(one, other, is_listed)


def _unshared_forms(known: Sequence[KnownPerson]) -> dict[str, KnownPerson]:
    """Each form that only one of the known persons bears."""
    bearers: dict[str, list[KnownPerson]] = {}
    for person in known:
        for form in {fold(form) for form in person.forms}:
            bearers.setdefault(form, []).append(person)
    return {form: persons[0] for form, persons in bearers.items() if len(persons) == 1}


def _number(key: str) -> int:
    return int(key.removeprefix("c"))
