"""Where two persons stand near each other, and how much that says."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice

from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.speeches import Speech
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.profile import RelationshipType

TOGETHER = 42
"""Tokens within which two mentions count as together."""
CLOSE, NEARBY = 14, 25
PARTED = 0.2
"""What a meeting counts if somebody else is named between the two."""
SPEECH = 0.5
MOST_SPEECHES = 4
"""Of one to the other that count."""

Pair = tuple[int, int]


def pair_of(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def find_meetings(cast: Cast) -> Iterator[Tie]:
    """Every two mentions of two persons that stand near each other."""
    for index, one in enumerate(cast.named):
        for other in islice(cast.named, index + 1, None):
            if other.first - one.first > TOGETHER or not cast.words.same_passage(one.first, other.last):
                break
            if one.person != other.person:
                yield Tie(one.first, other.last, one.person, other.person, RelationshipType.OTHER, 0.0)


def speeches_of_pairs(speeches: Iterable[Speech]) -> Counter[Pair]:
    """How often two persons speak to each other, by what the text says or the turns of the talk show."""
    return Counter(
        pair_of(speech.speaker, speech.addressee)
        for speech in speeches
        if speech.speaker is not None and speech.addressee is not None
    )


def closeness(cast: Cast, meetings: Iterable[Tie], speeches: int) -> float:
    """How much two are together: a meeting in one sentence counts 1, one far apart .4."""
    met = sum(_nearness(cast, tie) * (PARTED if _are_parted(cast, tie) else 1.0) for tie in meetings)
    return met + SPEECH * min(speeches, MOST_SPEECHES)


def nearest(cast: Cast, meetings: Sequence[Tie]) -> Iterator[Tie]:
    """The nearest meeting of each passage."""
    by_passage = groupby(meetings, key=lambda tie: cast.words.passage_of(tie.first))
    for _, here in by_passage:
        yield min(here, key=lambda tie: tie.last - tie.first)


def _nearness(cast: Cast, tie: Tie) -> float:
    length = tie.last - tie.first
    if length <= CLOSE and cast.same_scope(tie.first, tie.last):
        return 1.0
    return 0.7 if length <= NEARBY else 0.4


def _are_parted(cast: Cast, tie: Tie) -> bool:
    return any(named.person not in (tie.a, tie.b) for named in cast.within(tie.first + 1, tie.last - 1))
