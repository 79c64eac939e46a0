"""Which mentions of a book mean one person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bookanalysis.ai.readers.offline.lexicon import NO_OWNERS_TITLE
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.tables import Tables

Core = tuple[str, ...]

FEWEST_MENTIONS = 3
_LINKS = frozenset({"بن", "بنت", "ابن"})
_KUNYA = frozenset({"ابو", "ام", "ابن"})
_GIVEN_NAME = 100


@dataclass(slots=True)
class Person:
    """A person of the book: the cores of their names, the fullest first, and every mention in order."""

    cores: list[Core]
    mentions: list[NamePlace] = field(default_factory=list)

    @property
    def titles(self) -> Counter[str]:
        return Counter(mention.title for mention in self.mentions if mention.title and mention.core)


def persons_of(mentions: Sequence[NamePlace], tables: Tables) -> list[Person]:
    """The persons of a book, the most often named first."""
    mentions = _split_neighbours(mentions)
    counts = Counter(mention.core for mention in mentions if mention.core)
    groups = _group_full_names(counts)
    owners = _owners_of_single_names(counts, groups, tables)
    _assign(mentions, groups, owners)
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
            len(core) == 2
            and core[0] not in _KUNYA
            and counts[core] == 1
            and all(counts[(word,)] >= 3 for word in core)
            and not mention.ranks
        ):
            split.append(NamePlace(mention.first, mention.last - 1, mention.title, core[:1], ()))
            split.append(NamePlace(mention.last, mention.last, "", core[1:], ()))
        else:
            split.append(mention)
    return split


def _group_full_names(counts: Mapping[Core, int]) -> list[Person]:
    groups: list[Person] = []
    for core in sorted((core for core in counts if len(core) > 1), key=lambda c: (-counts[c], -len(c), c)):
        group = next((group for group in groups if _same_full_name(core, group.cores[0])), None)
        if group:
            group.cores.append(core)
        else:
            groups.append(Person([core]))
    return groups


def _same_full_name(core: Core, other: Core) -> bool:
    if core[0] in _KUNYA or other[0] in _KUNYA:
        return core[:2] == other[:2]
    words, others = _name_words(core), _name_words(other)
    if words[0] == others[0]:
        return set(words) <= set(others) or set(others) <= set(words)
    return len(words) < len(others) and words == others[1:]


def _name_words(core: Core) -> list[str]:
    return [word for word in core if word not in _LINKS]


def _owners_of_single_names(
    counts: Mapping[Core, int], groups: list[Person], tables: Tables
) -> dict[str, list[Person]]:
    """Who may be meant by each name of one word; a name that nobody else bears is a person of its own."""
    sizes = {id(group): sum(counts[core] for core in group.cores) for group in groups}
    owners: dict[str, list[Person]] = {}
    for core in sorted((core for core in counts if len(core) == 1), key=lambda c: (-counts[c], c)):
        word = core[0]
        first, last = _bearers(word, groups)
        if tables.names(word).given >= _GIVEN_NAME and counts[core] >= 3:
            last = []
        bearers = sorted(first or last, key=lambda group: (-sizes[id(group)], group.cores))
        if not bearers:
            groups.append(Person([core]))
            owners[word] = [groups[-1]]
            continue
        owners[word] = bearers
        for group in bearers:
            group.cores.append(core)
    return owners


def _bearers(word: str, groups: Iterable[Person]) -> tuple[list[Person], list[Person]]:
    """The persons whose first name a word is, and those whose last."""
    first, last = [], []
    for group in groups:
        full = [_name_words(core) for core in group.cores if len(core) > 1 and core[0] not in _KUNYA]
        if any(words[0] == word for words in full):
            first.append(group)
        elif any(words[-1] == word for words in full if len(words) > 1):
            last.append(group)
    return first, last


def _assign(
    mentions: Iterable[NamePlace], groups: Iterable[Person], owners: Mapping[str, Sequence[Person]]
) -> None:
    """Give every mention to its person: a name that several bear to the one last named in full."""
    by_core = {core: group for group in groups for core in group.cores if len(core) > 1}
    latest: dict[str, Person] = {}
    for mention in mentions:
        if len(mention.core) > 1:
            person = by_core[mention.core]
            for word in mention.core:
                latest[word] = person
        elif mention.core:
            word = mention.core[0]
            bearers = owners[word]
            person = latest[word] if latest.get(word) in bearers else bearers[0]
        else:
            continue
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
        if owner and len(places) > 1 and claim >= 0.6 * sum(claim for claim, _ in claims[title]):
            owner.mentions += places
