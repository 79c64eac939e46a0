"""Who stands in a relationship with whom, and which words say so."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, groupby

from bookanalysis.ai.readers.offline.address_ties import address_ties
from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.group_ties import group_ties
from bookanalysis.ai.readers.offline.kin_of_kin import kin_of_kin
from bookanalysis.ai.readers.offline.love import love_ties
from bookanalysis.ai.readers.offline.meetings import (
    Pair,
    closeness,
    find_meetings,
    nearest,
    pair_of,
    speeches_of_pairs,
)
from bookanalysis.ai.readers.offline.name_ties import name_ties, surname_ties
from bookanalysis.ai.readers.offline.noun_ties import noun_ties
from bookanalysis.ai.readers.offline.one_of_many import one_of_many
from bookanalysis.ai.readers.offline.partners import partner_ties
from bookanalysis.ai.readers.offline.speeches import Speech, find_speeches
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.verb_ties import verb_ties
from bookanalysis.profile import RelationshipType

FEWEST_TOGETHER = 2
"""Meetings from which on a name that two share tells that they are kin."""
ENOUGH = 1.4
"""The closeness above which two belong together. Of the seldom named less is wanted."""
OFTEN_NAMED = 12
SHARE_OF_THE_SELDOM_NAMED = 0.8
MOST_SHOWN = 3
REST_OF_CLAUSE = 6
"""Tokens on each side that are shown with the words that tie, if the clause goes on."""
TOLD = 2.0
"""The weight of words from which on a pair has their type."""


def find_ties(cast: Cast) -> list[Tie]:
    """The evidence of every relationship that the whole book supports, in reading order.

    A pair's type is the one whose words weigh most. Where no words tie two who are often together,
    the nearest meeting of each passage shows that.
    """
    speeches = find_speeches(cast)
    met = _by_pair(find_meetings(cast))
    told = _by_pair(
        chain(
            noun_ties(cast, speeches),
            group_ties(cast),
            one_of_many(cast),
            verb_ties(cast),
            address_ties(cast, speeches),
            love_ties(cast, met),
            (tie for tie in chain(name_ties(cast), surname_ties(cast)) if _meet(tie, met)),
        )
    )
    typed = {pair: leading for pair, ties in told.items() if (leading := _leading(ties))}
    close = _closeness(cast, met, speeches)
    belong = _belonging(cast, close)
    for more in (kin_of_kin(cast, typed, belong), partner_ties(cast, close, met)):
        typed |= {pair: ties for pair, ties in _by_pair(more).items() if pair not in typed}
    ties = chain.from_iterable(_shown(cast, typed[pair]) for pair in sorted(typed))
    untyped = chain.from_iterable(nearest(cast, met[pair]) for pair in belong if pair not in typed)
    return sorted(chain(ties, untyped))


def _by_pair(ties: Iterable[Tie]) -> dict[Pair, list[Tie]]:
    found: dict[Pair, list[Tie]] = defaultdict(list)
    for tie in ties:
        found[pair_of(tie.a, tie.b)].append(tie)
    return found


def _meet(tie: Tie, met: Mapping[Pair, Sequence[Tie]]) -> bool:
    return len(met.get(pair_of(tie.a, tie.b), ())) >= FEWEST_TOGETHER


def _closeness(
    cast: Cast, met: Mapping[Pair, Sequence[Tie]], speeches: Iterable[Speech]
) -> dict[Pair, float]:
    spoken = speeches_of_pairs(speeches)
    return {pair: closeness(cast, meetings, spoken[pair]) for pair, meetings in met.items()}


def _belonging(cast: Cast, close: Mapping[Pair, float]) -> list[Pair]:
    """Those who are together so often that they belong to each other, in order."""
    times = Counter(named.person for named in cast.named)
    rarer = {pair: min(times[person] for person in pair) for pair in close}
    return [
        pair
        for pair in sorted(close)
        if close[pair] > ENOUGH * (1.0 if rarer[pair] >= OFTEN_NAMED else SHARE_OF_THE_SELDOM_NAMED)
    ]


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
