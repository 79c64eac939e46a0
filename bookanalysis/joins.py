"""Characters that the book shows to be one, from which chunk on, and how they stood before. Pure; a leaf."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from bookanalysis.profile import Fact, merged
from bookanalysis.record import CharacterRecord, Span


@dataclass(frozen=True, slots=True)
class Join:
    """`dropped` is one with `kept` from `chunk` on; `kept` may be dropped itself, never earlier."""

    dropped: str
    kept: str
    chunk: int


@dataclass(frozen=True, slots=True)
class Sighting:
    """A character in a chunk: where it is mentioned, and how sure it was by then."""

    spans: Sequence[Span]
    confidence: float


Sightings = Mapping[str, Mapping[int, Sighting]]
"""By the character's key, then by the chunk's number."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a join has rewritten: all that was said of the dropped character, and where it was met."""

    join: Join
    facts: Collection[Fact]
    sightings: Mapping[int, Sighting]


def merges_of(joins: Iterable[Join], until_chunk: int | None = None) -> dict[str, str]:
    """Each dropped key with the one to keep, as far as the book has told it by a chunk."""
    kept_by = {join.dropped: join.kept for join in joins if until_chunk is None or join.chunk <= until_chunk}

    def root(key: str) -> str:
        while key in kept_by:
            key = kept_by[key]
        return key

    return {key: root(key) for key in kept_by}


def characters_of(sightings: Sightings, merges: Mapping[str, str]) -> list[CharacterRecord]:
    """A character is as sure as the surest of those it was joined from, each as it was seen last."""
    mentions: dict[str, dict[int, list[Span]]] = defaultdict(dict)
    confidence: dict[str, float] = defaultdict(float)
    for seen, by_chunk in sightings.items():
        key = merges.get(seen, seen)
        for number, sighting in by_chunk.items():
            mentions[key].setdefault(number, []).extend(sighting.spans)
        if by_chunk:
            confidence[key] = max(confidence[key], by_chunk[max(by_chunk)].confidence)
    return [CharacterRecord(key, mentions[key], confidence[key]) for key in mentions]


def facts_to_remember(facts: Iterable[Fact], dropped: str, merges: Mapping[str, str]) -> set[Fact]:
    """What merging takes from a dropped character, and what was already said where it puts it."""
    facts = set(facts)
    taken = {fact for fact in facts if dropped in (fact.character, fact.other)}
    return taken | (facts & set(merged(taken, merges)))


def facts_apart(facts: Iterable[Fact], dropped: Iterable[Dropped]) -> set[Fact]:
    """The facts as they were before their characters were joined."""
    dropped = list(dropped)
    remembered = {fact for each in dropped for fact in each.facts}
    merges = merges_of(each.join for each in dropped)
    return (set(facts) - set(merged(remembered, merges))) | remembered


def sightings_apart(sightings: Sightings, dropped: Iterable[Dropped]) -> Sightings:
    """Where the characters were met before they were joined; of the same chunks as `sightings`."""
    dropped = list(dropped)
    merges = merges_of(each.join for each in dropped)
    apart = {key: dict(by_chunk) for key, by_chunk in sightings.items()}
    for each in dropped:
        kept = apart.get(merges[each.join.dropped], {})
        own = {number: sighting for number, sighting in each.sightings.items() if number in kept}
        for number, sighting in own.items():
            _take_out(kept, number, sighting.spans)
        apart[each.join.dropped] = own
    return apart


def _take_out(by_chunk: dict[int, Sighting], number: int, spans: Iterable[Span]) -> None:
    joined = by_chunk.pop(number)
    left = Counter(joined.spans) - Counter(spans)
    if left:
        by_chunk[number] = Sighting(sorted(left.elements()), joined.confidence)
