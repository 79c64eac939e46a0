"""Two who are kin because both are kin of a third: a brother's wife, a sister's son, two of one father."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.meetings import Pair, pair_of
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import FAMILY

IN_SIGHT = 12
"""Tokens from the words that tie two to the name of the third."""


def kin_of_kin(cast: Cast, typed: Mapping[Pair, Sequence[Tie]], belong: Iterable[Pair]) -> Iterator[Tie]:
    """A tie for each pair of those who belong together, where words that tie one of them name the other.

    Only told ties are premises, so that nobody is kin over more than one other.
    """
    kin: dict[int, set[int]] = defaultdict(set)
    for (one, other), ties in typed.items():
        if ties[0].type is FAMILY:
            kin[one].add(other)
            kin[other].add(one)
    for one, other in belong:
        for third in sorted(kin[one] & kin[other]):
            yield from _in_sight(cast, typed[pair_of(one, third)], one, other)
            yield from _in_sight(cast, typed[pair_of(other, third)], other, one)


def _in_sight(cast: Cast, ties: Iterable[Tie], kin: int, named: int) -> Iterator[Tie]:
    """The words that tie one of the two, up to where they or the words around them name the other."""
    for tie in ties:
        around = [
            one
            for one in cast.within(max(0, tie.first - IN_SIGHT), tie.last + IN_SIGHT)
            if one.person == named and cast.same_paragraph(min(one.first, tie.first), max(one.last, tie.last))
        ]
        if around:
            near = min(around, key=lambda one: (_distance(tie, one.first, one.last), one.first))
            first, last = min(near.first, tie.first), max(near.last, tie.last)
            yield replace(tie, first=first, last=last, a=kin, b=named)


def _distance(tie: Tie, first: int, last: int) -> int:
    return max(tie.first - last, first - tie.last, 0)
