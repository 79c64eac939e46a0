"""Which mentions of a book mean one person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bookanalysis.ai.readers.offline.lexicon import NO_OWNERS_TITLE, NOBLE_PARTICLES
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.arabic.names import FEMALE_TITLES

Core = tuple[str, ...]

FEWEST_MENTIONS = 3
_HERS = "♀"
"""Marks the core of a woman who shares a name and is told by her title."""
_LINKS = frozenset({"بن", "بنت", "ابن", _HERS}) | NOBLE_PARTICLES
_KUNYA = frozenset({"ابو", "ام"})
_GIVEN_NAME = 100
"""In lists of given names so often that the word is nobody's surname."""
_OFTEN = 3
_TWO_NAMES = 2
_OWNED = 0.6


@dataclass(slots=True, eq=False)
class Person:
    """A person of the book: the cores of their names, the fullest first, and every mention in order."""

    cores: list[Core]
    mentions: list[NamePlace] = field(default_factory=list)

    @property
    def titles(self) -> Counter[str]:
        return Counter(mention.title for mention in self.mentions if mention.title and mention.core)


def persons_of(mentions: Sequence[NamePlace], tables: Tables) -> list[Person]:
    """The persons of a book, the most often named first."""
    mentions = _part_couples(_split_neighbours(mentions))
    counts = Counter(mention.core for mention in mentions if mention.core)
    groups = _group_full_names(counts)
    owners = _owners_of_short_names(counts, groups, tables)
    _assign(mentions, owners)
    _give_bare_titles(mentions, groups)
    for person in groups:
        person.mentions.sort(key=lambda mention: mention.first)
    named = [person for person in groups if len(person.mentions) >= FEWEST_MENTIONS]
    return sorted(named, key=lambda person: (-len(person.mentions), person.mentions[0].first))


def _split_neighbours(mentions: Sequence[NamePlace]) -> list[NamePlace]:
    """Take two names apart that stand side by side once and are else met alone («دعا سعد رملة»)."""
    counts = Counter(mention.core for mention in mentions)
    split: list[NamePlace] = []
    for mention in mentions:
        core = mention.core
        if (
            len(core) == _TWO_NAMES
            and core[0] not in _KUNYA
            and counts[core] == 1
            and all(counts[(word,)] >= _OFTEN for word in core)
            and not mention.ranks
        ):
            split.append(NamePlace(mention.first, mention.last - 1, mention.title, core[:1], ()))
            split.append(NamePlace(mention.last, mention.last, "", core[1:], ()))
        else:
            split.append(mention)
    return split


def _part_couples(mentions: Sequence[NamePlace]) -> list[NamePlace]:
    """Tell the woman's mentions from the man's where both go by one name («مدام دي لاتور»)."""
    titled: dict[Core, Counter[bool]] = defaultdict(Counter)
    for mention in mentions:
        if mention.core and mention.title and _is_short(mention.core):
            titled[mention.core][mention.title in FEMALE_TITLES] += 1
    couples = {core for core, times in titled.items() if min(times[True], times[False]) > 1}
    return [
        replace(mention, core=(_HERS, *mention.core))
        if mention.core in couples and mention.title in FEMALE_TITLES
        else mention
        for mention in mentions
    ]


def _group_full_names(counts: Mapping[Core, int]) -> list[Person]:
    """One group for all full names that may be one person's."""
    groups: list[Person] = []
    full = [core for core in counts if not _is_short(core)]
    for core in sorted(full, key=lambda core: (-counts[core], -len(core), core)):
        group = next((group for group in groups if _same_full_name(core, group.cores[0])), None)
        if group:
            group.cores.append(core)
        else:
            groups.append(Person([core]))
    return groups


def _is_short(core: Core) -> bool:
    """A single name, whoever's («سعد», «ابن سعد», «دي لاتور»)."""
    return core[0] not in _KUNYA and len(_name_words(core)) == 1


def _same_full_name(core: Core, other: Core) -> bool:
    if core[0] in _KUNYA or other[0] in _KUNYA:
        return core[:2] == other[:2]
    words, others = _name_words(core), _name_words(other)
    if words[0] == others[0]:
        return set(words) <= set(others) or set(others) <= set(words)
    return len(words) < len(others) and words == others[1:]


def _name_words(core: Core) -> list[str]:
    """The words of a name without what links them; behind a kunya, what else the person is called."""
    words = core[2:] if core[0] in _KUNYA else core
    return [word for word in words if word not in _LINKS]


def _owners_of_short_names(
    counts: Mapping[Core, int], groups: list[Person], tables: Tables
) -> dict[Core, list[Person]]:
    """Who may be meant by each name, the likeliest first.

    A full name has one owner. A single name that nobody else bears is a person of its own.
    """
    sizes = {id(group): sum(counts[core] for core in group.cores) for group in groups}
    owners = {core: [group] for group in groups for core in group.cores}
    alone: dict[tuple[str, bool], Person] = {}
    short = [core for core in counts if _is_short(core)]
    for core in sorted(short, key=lambda core: (-counts[core], core)):
        word, is_hers = core[-1], core[0] == _HERS
        bearers = [] if is_hers else _bearers(core, counts, groups, tables)
        bearers.sort(key=lambda group: (-sizes.get(id(group), 0), group.cores))
        if not bearers:
            bearers = [alone.setdefault((word, is_hers), Person([]))]
        owners[core] = bearers
        for group in bearers:
            group.cores.append(core)
    groups += alone.values()
    return owners


def _bearers(
    core: Core, counts: Mapping[Core, int], groups: Iterable[Person], tables: Tables
) -> list[Person]:
    """The persons whose first name a single name is, else those who go by it as their last."""
    word, is_linked = core[-1], len(core) > 1
    is_given = tables.names(word).given >= _GIVEN_NAME and counts[core] >= _OFTEN
    first, last = [], []
    for group in groups:
        full = [words for name in group.cores if not _is_short(name) and (words := _name_words(name))]
        if any(words[0] == word for words in full):
            first.append(group)
        elif any(
            words[-1] == word and (is_linked or counts.get((words[0],), 0) <= counts[core]) for words in full
        ):
            last.append(group)
    if is_linked:
        return last or first
    return first or ([] if is_given else last)


def _assign(mentions: Iterable[NamePlace], owners: Mapping[Core, Sequence[Person]]) -> None:
    """Give every mention to its person: a name that several bear to the one last named in full."""
    latest: dict[str, Person] = {}
    for mention in mentions:
        if not mention.core:
            continue
        bearers = owners[mention.core]
        person = bearers[0]
        if _is_short(mention.core):
            recent = latest.get(mention.core[-1], person)
            person = recent if recent in bearers else person
        else:
            latest |= dict.fromkeys(mention.core, person)
        person.mentions.append(mention)


def _give_bare_titles(mentions: Iterable[NamePlace], groups: Iterable[Person]) -> None:
    """Give a title that stands alone («الدكتور») to the one who bears it, if hardly anyone else does."""
    claims: dict[str, list[tuple[float, Person]]] = defaultdict(list)
    for group in groups:
        for title, times in group.titles.items():
            claims[title].append((times * times / len(group.mentions), group))
    alone = defaultdict(list)
    for mention in mentions:
        if not mention.core and mention.title not in NO_OWNERS_TITLE:
            alone[mention.title].append(mention)
    for title, places in alone.items():
        claim, owner = max(claims[title], key=lambda claim: claim[0], default=(0.0, None))
        if owner and len(places) > 1 and claim >= _OWNED * sum(claim for claim, _ in claims[title]):
            owner.mentions += places
