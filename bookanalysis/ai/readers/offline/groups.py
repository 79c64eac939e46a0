"""Which names of a book may be one person's: full names join, short ones belong to those who bear them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bookanalysis.ai.identity.name_rules import agree, contradict_any, may_be_one
from bookanalysis.ai.identity.spelling import same_word
from bookanalysis.ai.identity.stations import stations_differ
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.units import HERS, UNMARKED, Mark, Unit

_GIVEN_NAME = 100
"""In lists of given names so often that the word is nobody's surname."""
_OFTEN = 3
_KNOWN_BY = 3
_COUNTS_FROM = 0.1
"""Of the mentions in full of the one who has most."""
_COUNTS_BESIDE = 0.02
"""Of the mentions by the short name."""


@dataclass(slots=True, eq=False)
class Group:
    """The names of one person: the full ones, most frequent first, then the short ones."""

    units: list[Unit]
    stations: Mark = UNMARKED
    times: int = 0
    full: list[Unit] = field(default_factory=list)


class NameGroups:
    """`groups` in order of finding; `owners` tells who may be meant by each name, the likeliest first."""

    def __init__(
        self,
        counts: Mapping[Unit, int],
        stations: Mapping[Unit, Mark],
        apart: Collection[frozenset[Unit]],
        tables: Tables,
    ) -> None:
        self._counts = counts
        self._words: dict[str, int] = defaultdict(int)
        for unit, times in counts.items():
            if unit.parts.is_short and len(unit.core) == 1:
                self._words[unit.core[0]] += times
        self._tables = tables
        self.groups = self._full_names(stations, apart)
        self._by_word: dict[str, list[Group]] = defaultdict(list)
        for group in self.groups:
            for word in dict.fromkeys(word for unit in group.full for word in _words(unit)):
                self._by_word[word].append(group)
        self.owners: dict[Unit, list[Group]] = {unit: [group] for group in self.groups for unit in group.full}
        self._add_short_names()

    def _full_names(self, stations: Mapping[Unit, Mark], apart: Collection[frozenset[Unit]]) -> list[Group]:
        groups: list[Group] = []
        full = [unit for unit in self._counts if not unit.parts.is_short]
        for unit in sorted(full, key=lambda unit: (-self._counts[unit], -len(unit.core), unit.sort_key)):
            group = next((group for group in groups if _fits(unit, group, apart)), None)
            if group is None:
                group = Group([])
                groups.append(group)
            group.full.append(unit)
            group.units.append(unit)
            group.stations |= stations.get(unit, UNMARKED)
            group.times += self._counts[unit]
        return groups

    def _add_short_names(self) -> None:
        """A short name is its bearers'; one that nobody else bears is a person's of its own."""
        alone: dict[str, list[tuple[Mark, Group]]] = defaultdict(list)
        short = [unit for unit in self._counts if unit.parts.is_short]
        short.sort(key=lambda unit: (unit.mark == UNMARKED, -self._counts[unit], unit.sort_key))
        for unit in short:
            word = _words(unit)[-1]
            bearers = self._bearers(unit)
            bearers.sort(key=lambda group: (-group.times, group.units[0].sort_key))
            if unit.mark == UNMARKED:
                bearers += [group for mark, group in alone[word] if mark != HERS and group not in bearers]
            if len(bearers) > 1 and self._is_one_persons(unit, bearers):
                bearers = [self._join(bearers)]
            bearers = _who_count(bearers, self._counts[unit])
            if not bearers:
                bearers = [Group([], times=self._counts[unit])]
                alone[word].append((unit.mark, bearers[0]))
                self.groups += bearers
            self.owners[unit] = bearers
            for group in bearers:
                group.units.append(unit)

    def _is_one_persons(self, unit: Unit, bearers: Sequence[Group]) -> bool:
        """Whether somebody is known by the father («ابن زيدون») far better than by all full names."""
        if not unit.parts.fathers or self._counts[unit] < _KNOWN_BY * sum(group.times for group in bearers):
            return False
        names = [full.parts for group in bearers for full in group.full]
        return not any(contradict_any(name, names) for name in names)

    def _join(self, bearers: Sequence[Group]) -> Group:
        """One group of several; the others are left without names."""
        kept, *others = bearers
        for other in others:
            kept.full += other.full
            kept.units += other.units
            kept.stations |= other.stations
            kept.times += other.times
            self.groups.remove(other)
        for unit, owners in self.owners.items():
            self.owners[unit] = list(dict.fromkeys(kept if group in others else group for group in owners))
        for word, groups in self._by_word.items():
            self._by_word[word] = list(dict.fromkeys(kept if group in others else group for group in groups))
        return kept

    def _bearers(self, unit: Unit) -> list[Group]:
        """The persons whose first name a short name is, else those who go by it as their last."""
        if unit.mark == HERS:
            return []
        word = _words(unit)[-1]
        fitting = [
            group for group in self._by_word.get(word, ()) if not stations_differ(unit.mark, group.stations)
        ]
        first = [group for group in fitting if any(word in _opening(full) for full in group.full)]
        last = [
            group
            for group in fitting
            if group not in first and any(self._goes_by_last(unit, full) for full in group.full)
        ]
        if len(unit.core) > 1 and not unit.parts.kunya:
            return last or first
        return first + last if word.startswith("ال") else first or last

    def _goes_by_last(self, unit: Unit, full: Unit) -> bool:
        """Whether a short name may mean one whose full name ends with it.

        A name with the article is a laqab or nisba («هارون الرشيد»); one without may be another's first name.
        """
        if not agree(unit.parts, full.parts):
            return False
        if len(unit.core) > 1:
            return True
        word = unit.core[0]
        if word.startswith("ال") and word in full.parts.given:
            return True
        is_given = self._tables.names(word).given >= _GIVEN_NAME and self._counts[unit] >= _OFTEN
        return not is_given and self._words[full.core[0]] <= self._counts[unit]


def _fits(unit: Unit, group: Group, apart: Collection[frozenset[Unit]]) -> bool:
    if any(frozenset((unit, other)) in apart for other in group.full):
        return False
    return may_be_one(unit.parts, [other.parts for other in group.full], same_word)


def _who_count(bearers: Sequence[Group], times: int) -> list[Group]:
    """Those who may be meant by a short name that stands so often.

    Not who is named in full once and others often; where nobody is to speak of, who is most.
    """
    most = max((group.times for group in bearers), default=0)
    least = max(_COUNTS_FROM * most, _COUNTS_BESIDE * times)
    return [group for group in bearers if group.times >= least] or list(bearers[:1])


def _words(unit: Unit) -> Sequence[str]:
    """What may stand for all of a name: its words and its kunya."""
    return (*_kunya(unit), *unit.parts.given, *unit.parts.fathers)


def _opening(unit: Unit) -> Sequence[str]:
    """What a person is mostly called by: the first name, the kunya."""
    return (*_kunya(unit), *unit.parts.given[:1])


def _kunya(unit: Unit) -> Sequence[str]:
    return (" ".join(unit.parts.kunya),) if unit.parts.kunya else ()


def group_names(
    units: Iterable[Unit],
    stations: Mapping[Unit, Mark],
    apart: Collection[frozenset[Unit]],
    tables: Tables,
) -> NameGroups:
    counts: dict[Unit, int] = defaultdict(int)
    for unit in units:
        if unit.core:
            counts[unit] += 1
    return NameGroups(counts, stations, apart, tables)
