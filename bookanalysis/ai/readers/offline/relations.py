"""Who stands in a relationship with whom, and which words say so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, groupby, islice

from bookanalysis.ai.readers.offline.address_ties import address_ties
from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.group_ties import group_ties
from bookanalysis.ai.readers.offline.love import love_ties
from bookanalysis.ai.readers.offline.name_ties import name_ties, surname_ties
from bookanalysis.ai.readers.offline.noun_ties import noun_ties
from bookanalysis.ai.readers.offline.speeches import find_speeches
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.verb_ties import verb_ties
from bookanalysis.profile import RelationshipType

TOGETHER = 42
"""Tokens within which two mentions count as together."""
FEWEST_TOGETHER = 2
"""Meetings from which on a name that two share tells that they are kin."""
CLOSE, NEARBY = 14, 25
ENOUGH = 1.6
"""The sum of closeness from which on two belong together. Who is seldom named needs less of it."""
OFTEN_NAMED, SELDOM_NAMED = 12, 6
MOST_SHOWN = 3
REST_OF_CLAUSE = 6
"""Tokens on each side that are shown with the words that tie, if the clause goes on."""
TOLD = 2.0
"""The weight of words from which on a pair has their type."""

Pair = tuple[int, int]


def find_ties(cast: Cast) -> list[Tie]:
    """The evidence of every relationship that the whole book supports, in reading order.

    A pair's type is the one whose words weigh most. Where no words tie two who are often together,
    the nearest meeting of each passage shows that.
    """
    speeches = find_speeches(cast)
    told: dict[Pair, list[Tie]] = defaultdict(list)
    met: dict[Pair, list[Tie]] = defaultdict(list)
    by_words = (noun_ties(cast, speeches), group_ties(cast), verb_ties(cast), address_ties(cast, speeches))
    for tie in chain.from_iterable(by_words):
        told[_pair(tie)].append(tie)
    for tie in find_meetings(cast):
        met[_pair(tie)].append(tie)
    for tie in love_ties(cast, met):
        told[_pair(tie)].append(tie)
    for tie in chain(name_ties(cast), surname_ties(cast)):
        if len(met[_pair(tie)]) >= FEWEST_TOGETHER:
            told[_pair(tie)].append(tie)
    times = Counter(named.person for named in cast.named)
    ties: list[Tie] = []
    for pair in sorted(told.keys() | met.keys()):
        leading = _leading(told[pair])
        if leading:
            ties += _shown(cast, leading)
        elif _closeness(cast, met[pair]) >= ENOUGH * _share_wanted(min(times[person] for person in pair)):
            ties += _nearest(cast, met[pair])
    return sorted(ties)


def _pair(tie: Tie) -> Pair:
    return min(tie.a, tie.b), max(tie.a, tie.b)


def _leading(ties: Iterable[Tie]) -> list[Tie]:
    """The ties of the type that weighs most, none if even that is hardly said."""
    by_type: dict[RelationshipType, list[Tie]] = defaultdict(list)
    for tie in ties:
        by_type[tie.type if tie.a < tie.b else tie.type.inverse].append(tie)
    weights = {kind: sum(tie.weight for tie in said) for kind, said in by_type.items()}
    most = max(by_type, key=lambda kind: (weights[kind], kind), default=None)
    return by_type[most] if most and weights[most] >= TOLD else []


def _shown(cast: Cast, ties: Iterable[Tie]) -> Iterator[Tie]:
    """The weightiest places of each passage, each with the rest of its clause."""
    in_order = sorted(ties)
    for _, here in groupby(in_order, key=lambda tie: cast.words.passage_of(tie.first)):
        for tie in sorted(here, key=lambda tie: (-tie.weight, tie))[:MOST_SHOWN]:
            first, last = cast.clause(tie.first, tie.last, REST_OF_CLAUSE)
            yield replace(tie, first=first, last=last)


def find_meetings(cast: Cast) -> Iterator[Tie]:
    """Every two mentions of two persons that stand near each other."""
    for index, one in enumerate(cast.named):
        for other in islice(cast.named, index + 1, None):
            if other.first - one.first > TOGETHER or not cast.words.same_passage(one.first, other.last):
                break
            if one.person != other.person:
                yield Tie(one.first, other.last, one.person, other.person, RelationshipType.OTHER, 0.0)


def _closeness(cast: Cast, meetings: Iterable[Tie]) -> float:
    """How much two are together: a meeting in one sentence counts 1, one far apart .4."""
    return sum(
        1.0
        if tie.last - tie.first <= CLOSE and cast.same_scope(tie.first, tie.last)
        else 0.7
        if tie.last - tie.first <= NEARBY
        else 0.4
        for tie in meetings
    )


def _share_wanted(mentions: int) -> float:
    return 1.0 if mentions >= OFTEN_NAMED else 0.8 if mentions >= SELDOM_NAMED else 0.65


def _nearest(cast: Cast, meetings: Sequence[Tie]) -> Iterator[Tie]:
    by_passage = groupby(meetings, key=lambda tie: cast.words.passage_of(tie.first))
    for _, here in by_passage:
        yield min(here, key=lambda tie: tie.last - tie.first)
