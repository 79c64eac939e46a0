"""Who stands in a relationship with whom, and which words say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.ties import (
    TIES_BETWEEN,
    TIES_TO_THE_LAST,
    TIES_TO_THE_NEXT,
)
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.profile import RelationshipType

TOGETHER = 42
"""Tokens within which two mentions count as together."""
NEAR = 10
"""Tokens within which a tie word between two mentions is taken to tie them."""
FEWEST_TOGETHER = 3
FEWEST_TOGETHER_IF_TIED = 2
SENTENCE_ENDS = frozenset(".؟?!\n")
_APPOSITION = 4
"""Tokens from a name to the noun behind it that says whose kin it is («سعد، أخو لميس»)."""
PLAIN = 3.0
"""What a tie word beside a name counts («أخت سعد», «أخته لميس»); one that stands farther counts 1."""

Pair = tuple[int, int]
Said = tuple[RelationshipType, float]


@dataclass(frozen=True, slots=True)
class Tie:
    """One place that shows two persons together, as tokens from first to last; a < b."""

    a: int
    b: int
    type: RelationshipType
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Meeting:
    """Two mentions that stand together, and what the words between them say with which weight."""

    first: int
    last: int
    said: Said | None

    @property
    def length(self) -> int:
        return self.last - self.first


def find_ties(words: BookWords, mentions: Sequence[Sequence[NamePlace]]) -> list[Tie]:
    """The evidence of every relationship that the whole book supports, in reading order.

    `mentions` are those of each person. A pair's type is the one with most weight.
    """
    meetings: dict[Pair, list[_Meeting]] = defaultdict(list)
    for pair, meeting in _meetings(words, mentions):
        meetings[pair].append(meeting)
    ties: list[Tie] = []
    for pair, places in meetings.items():
        weights = _weights(places)
        is_tied = max(weights.values(), default=0.0) >= FEWEST_TOGETHER_IF_TIED
        if len(places) >= (FEWEST_TOGETHER_IF_TIED if is_tied else FEWEST_TOGETHER):
            ties += _evidence(words, pair, places, weights)
    return sorted(ties, key=lambda tie: (tie.first, tie.last, tie.a, tie.b))


def _meetings(words: BookWords, mentions: Sequence[Sequence[NamePlace]]) -> Iterator[tuple[Pair, _Meeting]]:
    places = [(mention, who) for who, own in enumerate(mentions) for mention in own]
    places.sort(key=lambda place: place[0].first)
    for index, (one, who) in enumerate(places):
        for distance, (other, someone) in enumerate(islice(places, index + 1, None)):
            if other.first - one.first > TOGETHER or not words.same_passage(one.first, other.last):
                break
            if someone != who:
                pair = min(who, someone), max(who, someone)
                said = None if distance else _said(words, one, other)
                yield pair, _Meeting(one.first, other.last, said)


def _said(words: BookWords, one: NamePlace, other: NamePlace) -> Said | None:
    """What ties two mentions of one sentence that are near each other and have nobody between."""
    between = range(one.last + 1, other.first)
    if len(between) > NEAR or any(words.keys[place] in SENTENCE_ENDS for place in between):
        return None
    beside = words.stems[other.first - 1]
    plain = TIES_TO_THE_LAST.get(beside)
    if len(between) < _APPOSITION:
        plain = plain or TIES_TO_THE_NEXT.get(beside)
    if plain and not other.title:
        return plain, PLAIN
    kinds = [kind for place in between if (kind := TIES_BETWEEN.get(words.stems[place]))]
    return (kinds[-1], 1.0) if kinds else None


def _weights(meetings: Sequence[_Meeting]) -> dict[RelationshipType, float]:
    weights: dict[RelationshipType, float] = defaultdict(float)
    for meeting in meetings:
        if meeting.said:
            weights[meeting.said[0]] += meeting.said[1]
    return weights


def _evidence(
    words: BookWords,
    pair: Pair,
    meetings: Sequence[_Meeting],
    weights: Mapping[RelationshipType, float],
) -> Iterator[Tie]:
    """The places of the leading type; where no tie word stands, the nearest meeting of each passage."""
    if weights:
        leading = max(weights, key=lambda kind: (weights[kind], kind))
        for meeting in meetings:
            if meeting.said and meeting.said[0] is leading:
                yield Tie(*pair, leading, meeting.first, meeting.last)
        return
    by_passage = groupby(meetings, key=lambda meeting: words.passage_of(meeting.first))
    for _, here in by_passage:
        nearest = min(here, key=lambda meeting: meeting.length)
        yield Tie(*pair, RelationshipType.OTHER, nearest.first, nearest.last)
