"""The names of a book by which persons are told apart: a core, and what parts namesakes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bookanalysis.ai.identity.stations import stations_differ, stations_of
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.arabic.names import FEMALE_TITLES, MALE_TITLES, NameParts, name_parts

Core = tuple[str, ...]
Mark = frozenset[str]

HERS: Mark = frozenset({"female"})
UNMARKED: Mark = frozenset()
_FEWEST_OF_A_NAMESAKE = 2


@dataclass(frozen=True)
class Unit:
    """A name and, for a short one that several bear, whose it is: a woman's, or those of a station."""

    core: Core
    mark: Mark = UNMARKED

    @cached_property
    def parts(self) -> NameParts:
        return name_parts(self.core)

    @property
    def sort_key(self) -> tuple[Core, list[str]]:
        return self.core, sorted(self.mark)


def units_of(mentions: Sequence[NamePlace]) -> list[Unit]:
    """The unit of each mention. A title that stands alone has an empty core."""
    marks = _marks_of(mentions)
    couples = _couples(mentions)
    units = []
    for mention in mentions:
        station = stations_of_mention(mention)
        if mention.core in couples and mention.title in FEMALE_TITLES:
            units.append(Unit(mention.core, HERS))
        else:
            fitting = (mark for mark in marks.get(mention.core, ()) if station & mark)
            units.append(Unit(mention.core, next(fitting, UNMARKED)))
    return units


def _couples(mentions: Iterable[NamePlace]) -> set[Core]:
    """The short names that a woman shares with a man («مدام دي لاتور», «مسيو بول دي لاتور»)."""
    hers: Counter[Core] = Counter()
    his: Counter[str] = Counter()
    for mention in mentions:
        name = name_parts(mention.core)
        if mention.title in FEMALE_TITLES and name.is_short:
            hers[mention.core] += 1
        elif mention.title in MALE_TITLES:
            his.update(name.given[-1:])
    return {
        core
        for core, times in hers.items()
        if min(times, his[name_parts(core).given[-1]] if len(name_parts(core).given) else 0) > 1
    }


def _marks_of(mentions: Iterable[NamePlace]) -> dict[Core, list[Mark]]:
    """The stations of those who share a short name, each set one person's («الأمير سعد», «سعد بك»).

    Stations that the book gives to one mention are one person's.
    """
    seen: dict[Core, Counter[Mark]] = defaultdict(Counter)
    for mention in mentions:
        stations = stations_of_mention(mention)
        if stations and name_parts(mention.core).is_short:
            seen[mention.core][stations] += 1
    marks = {}
    for core, times in seen.items():
        persons: list[tuple[Mark, int]] = []
        for stations, count in sorted(times.items(), key=lambda item: sorted(item[0])):
            joined = [person for person in persons if not stations_differ(person[0], stations)]
            persons = [person for person in persons if person not in joined]
            mark = stations.union(*(mark for mark, _ in joined))
            persons.append((mark, count + sum(times for _, times in joined)))
        marks[core] = [mark for mark, count in persons if count >= _FEWEST_OF_A_NAMESAKE]
    return marks


def stations_of_mention(mention: NamePlace) -> Mark:
    return stations_of(NameParts(titles=(mention.title,), ranks=mention.ranks))
