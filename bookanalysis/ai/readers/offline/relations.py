"""Who stands in a relationship with whom, and which words say so."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.ties import TIE_WORDS
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.profile import RelationshipType

TOGETHER = 42
"""Tokens within which two mentions count as together."""
TIED = 8
"""Tokens between two mentions within which a tie word is taken to tie them."""
FEWEST_TOGETHER = 4
FEWEST_TOGETHER_IF_TIED = 2

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tie:
    """One place that shows two persons together, as tokens from first to last; a < b."""

    a: int
    b: int
    type: RelationshipType
    first: int
    last: int


def find_ties(words: BookWords, mentions: Sequence[Sequence[NamePlace]]) -> list[Tie]:
    """The evidence of every relationship that the whole book supports, in reading order.

    `mentions` are those of each person. A pair's type is the one most of its tie words say.
    """
    meetings = defaultdict(list)
    for pair, first, last in _meetings(words, mentions):
        meetings[pair].append((first, last))
    ties: list[Tie] = []
    for pair, places in meetings.items():
        said = [(kind, place) for place in places if (kind := _kind(words, *place))]
        counts = Counter(kind for kind, _ in said)
        enough = FEWEST_TOGETHER_IF_TIED if said and counts.most_common(1)[0][1] > 1 else FEWEST_TOGETHER
        if len(places) >= enough:
            ties += _evidence(words, pair, places, said)
    return sorted(ties, key=lambda tie: (tie.first, tie.last, tie.a, tie.b))


def _meetings(words: BookWords, mentions: Sequence[Sequence[NamePlace]]) -> Iterator[tuple[Pair, int, int]]:
    """Each two mentions of two persons that stand together, with the tokens from one to the other."""
    places = sorted((mention.first, mention.last, who) for who, own in enumerate(mentions) for mention in own)
    for index, (first, _, who) in enumerate(places):
        for start, last, other in places[index + 1 :]:
            if start - first > TOGETHER or words.passage_of(first) != words.passage_of(last):
                break
            if other != who:
                yield (min(who, other), max(who, other)), first, last


def _kind(words: BookWords, first: int, last: int) -> RelationshipType | None:
    """What the tie words between two mentions say, if these are near each other."""
    if last - first > TIED + 2:
        return None
    kinds = Counter(
        kind
        for place in range(first, last + 1)
        if (kind := TIE_WORDS.get(words.stems[place]) or TIE_WORDS.get(words.keys[place]))
    )
    return max(kinds, key=lambda kind: (kinds[kind], kind)) if kinds else None


def _evidence(
    words: BookWords,
    pair: Pair,
    places: Sequence[tuple[int, int]],
    said: Sequence[tuple[RelationshipType, tuple[int, int]]],
) -> Iterator[Tie]:
    """The places of the leading type; where no tie word stands, the nearest meeting of each passage."""
    if said:
        counts = Counter(kind for kind, _ in said)
        leading = max(counts, key=lambda kind: (counts[kind], kind))
        for kind, (first, last) in said:
            if kind is leading:
                yield Tie(*pair, kind, first, last)
        return
    nearest: dict[int, tuple[int, int]] = {}
    for first, last in places:
        passage = words.passage_of(first)
        kept = nearest.get(passage)
        if kept is None or last - first < kept[1] - kept[0]:
            nearest[passage] = (first, last)
    for first, last in nearest.values():
        yield Tie(*pair, RelationshipType.OTHER, first, last)
