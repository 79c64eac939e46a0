"""Which mentions of a book mean one person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from bookanalysis.ai.identity.name_gender import gender_of_name
from bookanalysis.ai.identity.not_names import is_name
from bookanalysis.ai.readers.offline.book_scene import BookScene
from bookanalysis.ai.readers.offline.groups import Group, NameGroups, group_names
from bookanalysis.ai.readers.offline.lexicon import NO_OWNERS_TITLE
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.spellings import one_spelling
from bookanalysis.ai.readers.offline.tables import Tables
from bookanalysis.ai.readers.offline.units import Core, Mark, Unit, stations_of_mention, units_of
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic.names import FATHER_OF, MOTHER_OF, NOBLE_PARTICLES, SON_OF, name_parts

FEWEST_MENTIONS = 3
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


def persons_of(mentions: Sequence[NamePlace], tables: Tables, words: BookWords) -> list[Person]:
    """The persons of a book, the most often named first.

    `words` are the book's: they tell who speaks to whom, what somebody is called besides, and who acts.
    """
    mentions = [mention for mention in _split_neighbours(mentions) if _names_somebody(mention)]
    scene = BookScene(words, mentions)
    mentions = one_spelling(mentions, scene.apart_words, tables)
    units = units_of(mentions)
    names = group_names(units, _stations(mentions, units), scene.apart_of(units), tables)
    owners = _assign(units, names, scene.apart)
    persons = _persons(mentions, owners, _joined(owners, scene))
    _give_bare_titles(mentions, persons)
    for person in persons:
        person.mentions.sort(key=lambda mention: mention.first)
    named = [
        person
        for person in persons
        if len(person.mentions) >= FEWEST_MENTIONS and scene.is_in_the_story(person.mentions)
    ]
    return sorted(named, key=lambda person: (-len(person.mentions), person.mentions[0].first))


def _names_somebody(mention: NamePlace) -> bool:
    return not mention.core or is_name(" ".join(mention.core))


def _split_neighbours(mentions: Sequence[NamePlace]) -> list[NamePlace]:
    """Take two names apart that stand side by side once and are else met alone («دعا سعد رملة»)."""
    counts = Counter(mention.core for mention in mentions)
    alone = Counter(
        mention.core[-1] for mention in mentions if mention.core and name_parts(mention.core).is_short
    )
    split: list[NamePlace] = []
    for mention in mentions:
        core = mention.core
        if (
            len(core) == _TWO_NAMES
            and core[0] not in FATHER_OF | MOTHER_OF | SON_OF | NOBLE_PARTICLES
            and counts[core] == 1
            and all(alone[word] >= _OFTEN for word in core)
            and not mention.ranks
        ):
            split.append(NamePlace(mention.first, mention.last - 1, mention.title, core[:1], ()))
            split.append(NamePlace(mention.last, mention.last, "", core[1:], ()))
        else:
            split.append(mention)
    return split


def _stations(mentions: Sequence[NamePlace], units: Sequence[Unit]) -> dict[Unit, Mark]:
    """All stations that go with each name."""
    stations: dict[Unit, Mark] = defaultdict(frozenset)
    for mention, unit in zip(mentions, units, strict=True):
        stations[unit] |= stations_of_mention(mention)
    return stations


def _assign(units: Sequence[Unit], names: NameGroups, apart: Iterable[tuple[int, int]]) -> list[Group | None]:
    """Whose each mention is: a name that several bear is the one's who was last named without doubt."""
    sure = [bearers[0] if unit.core and len(bearers := names.owners[unit]) == 1 else None for unit in units]
    strangers: dict[int, set[int]] = defaultdict(set)
    for one, other in apart:
        strangers[one].add(other)
        strangers[other].add(one)
    latest: dict[str, Group] = {}
    owners = list(sure)
    for number, unit in enumerate(units):
        if not unit.core:
            continue
        owner = owners[number]
        if owner:
            latest |= dict.fromkeys(unit.core, owner)
            continue
        others = [owners[stranger] for stranger in strangers[number]]
        bearers = [group for group in names.owners[unit] if group not in others] or names.owners[unit]
        recent = latest.get(unit.core[-1])
        owners[number] = recent if recent in bearers else bearers[0]
    return owners


def _joined(owners: Sequence[Group | None], scene: BookScene) -> dict[Group, Group]:
    """Those of whom the text says that they go by two names, each with the one to keep.

    Not two of whom it has told much before: a reader does not know yet, and they are joined by the cast
    in the end, as of the words that say so.
    """
    apart = {frozenset((owners[one], owners[other])) for one, other in scene.apart}
    joined: dict[Group, Group] = {}
    for one, other in scene.told:
        pair = sorted(
            {joined.get(group, group) for number in (one, other) if (group := owners[number])},
            key=lambda group: -group.times,
        )
        if len(pair) <= 1 or frozenset(pair) in apart or _genders_differ(*pair):
            continue
        met = Counter(joined.get(group, group) for group in owners[: min(one, other)] if group)
        if any(met[group] < FEWEST_MENTIONS for group in pair):
            kept, dropped = pair
            joined[dropped] = kept
            joined |= {group: kept for group, root in joined.items() if root is dropped}
    return joined


def _genders_differ(one: Group, other: Group) -> bool:
    genders = {gender_of_name(unit.parts) for group in (one, other) for unit in group.units}
    return {"female", "male"} <= genders


def _persons(
    mentions: Sequence[NamePlace], owners: Sequence[Group | None], joined: Mapping[Group, Group]
) -> list[Person]:
    persons: dict[Group, Person] = {}
    for group in [*joined.values(), *joined]:
        person = persons.setdefault(joined.get(group, group), Person([]))
        person.cores += [unit.core for unit in group.units if unit.core not in person.cores]
    for mention, owner in zip(mentions, owners, strict=True):
        if owner is not None:
            group = joined.get(owner, owner)
            persons.setdefault(group, Person([unit.core for unit in group.units])).mentions.append(mention)
    return list(persons.values())


def _give_bare_titles(mentions: Iterable[NamePlace], persons: Iterable[Person]) -> None:
    """Give a title that stands alone («الدكتور») to the one who bears it, if hardly anyone else does."""
    claims: dict[str, list[tuple[float, Person]]] = defaultdict(list)
    for person in persons:
        for title, times in person.titles.items():
            claims[title].append((times * times / len(person.mentions), person))
    alone = defaultdict(list)
    for mention in mentions:
        if not mention.core and mention.title not in NO_OWNERS_TITLE:
            alone[mention.title].append(mention)
    for title, places in alone.items():
        claim, owner = max(claims[title], key=lambda claim: claim[0], default=(0.0, None))
        if owner and len(places) > 1 and claim >= _OWNED * sum(claim for claim, _ in claims[title]):
            owner.mentions += places
