"""Ties that a name itself says: «سعد بن منذر», where Mundhir is a person of the book."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.lexicon import DAUGHTER_OF, FATHER_OF, MOTHER_OF, NASAB, NOBLE_PARTICLES
from bookanalysis.ai.readers.offline.pronouns import PLAIN
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import FAMILY

Core = tuple[str, ...]
_KUNYA = FATHER_OF | MOTHER_OF
_FULL = 2


def name_ties(cast: Cast) -> Iterator[Tie]:
    """Father and child, at the first mention that names both; of two with the father's name nobody is."""
    first_names: dict[int, Counter[str]] = defaultdict(Counter)
    fathers_of: dict[int, set[str]] = defaultdict(set)
    for named in cast.named:
        core = named.place.core
        if core and core[0] not in _KUNYA | NASAB:
            first_names[named.person][core[0]] += 1
            fathers_of[named.person].add(_father(core) or core[0])
    bearers: dict[str, set[int]] = defaultdict(set)
    for person, names in first_names.items():
        bearers[max(names, key=lambda name: (names[name], name))].add(person)
    seen: set[tuple[int, int]] = set()
    for named in cast.named:
        father = _father(named.place.core)
        fathers = bearers.get(father, set()) if father else set()
        if len(fathers) != 1:
            continue
        (person,) = fathers
        pair = (named.person, person)
        is_her = DAUGHTER_OF & set(named.place.core)
        if cast.genders[named.person] == (MALE if is_her else FEMALE):
            continue
        is_cycle = named.place.core[0] in fathers_of[person] - {father}
        if person != named.person and pair not in seen and cast.genders[person] != FEMALE and not is_cycle:
            seen.add(pair)
            yield Tie(named.first, named.last, named.person, person, FAMILY, PLAIN)


def surname_ties(cast: Cast) -> Iterator[Tie]:
    """Two who bear one surname, where one of them is first named with it."""
    surnames: dict[int, Counter[str]] = defaultdict(Counter)
    first_full: dict[tuple[int, str], Tie] = {}
    for named in cast.named:
        surname = _surname(named.place.core)
        if surname:
            surnames[named.person][surname] += 1
            full = Tie(named.first, named.last, named.person, named.person, FAMILY, PLAIN)
            first_full.setdefault((named.person, surname), full)
    bearers: dict[str, list[int]] = defaultdict(list)
    for person, borne in sorted(surnames.items()):
        for surname, times in sorted(borne.items()):
            if times > 1:
                bearers[surname].append(person)
    for surname, family in sorted(bearers.items()):
        for one, other in combinations(family, 2):
            yield replace(first_full[other, surname], a=one, b=other)


def _surname(core: Sequence[str]) -> str | None:
    """The last word of a name without nasab and kunya («سلمى كرامة»); «القاسمية» is of «القاسمي»."""
    if len(core) < _FULL or any(word in _KUNYA | NASAB | NOBLE_PARTICLES for word in core):
        return None
    return core[-1].removesuffix("ه") if core[-1].endswith("يه") else core[-1]


def _father(core: Sequence[str]) -> str | None:
    """The father's name in the first link of a nasab, unless it is a kunya or a compound of more words."""
    links = [index for index, word in enumerate(core) if word in NASAB]
    if not links or links[0] == 0 or links[0] + 1 >= len(core):
        return None
    father = core[links[0] + 1]
    return None if father in _KUNYA else father
