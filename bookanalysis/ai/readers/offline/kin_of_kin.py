"""Two who are kin because both are kin of a third: a brother's wife, a sister's son, two of one father."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.inflection import bare_forms, owned_forms, with_particles
from bookanalysis.ai.readers.offline.meetings import Pair, pair_of
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import FAMILY
from bookanalysis.arabic import fold

IN_SIGHT = 12
"""Tokens from the words that tie two to the name of the third."""


def _forms(nouns: str, verbs: str = "") -> frozenset[str]:
    forms = [
        form for noun in nouns.split() for form in (*bare_forms(noun), *(f for f, _ in owned_forms(noun)))
    ]
    return frozenset(joined for form in (*forms, *fold(verbs).split()) for joined in with_particles(form))


_MARRIED = _forms("زوج زوجة قرين قرينة عروس", "تزوج يتزوج تزوجت تتزوج تزوجها")
_UNCLES = _forms("عم عمة خال خالة")


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
            of_one, of_other = typed[pair_of(one, third)], typed[pair_of(other, third)]
            if _are_far(cast, of_one, of_other) or _are_far(cast, of_other, of_one):
                continue
            yield from _in_sight(cast, of_one, one, other)
            yield from _in_sight(cast, of_other, other, one)


def _are_far(cast: Cast, ties: Iterable[Tie], others: Iterable[Tie]) -> bool:
    """Whether the one is married to the third and the other an uncle's kin: no family of each other."""
    return _say(cast, ties, _MARRIED) and _say(cast, others, _UNCLES)


def _say(cast: Cast, ties: Iterable[Tie], words: Collection[str]) -> bool:
    return any(cast.key(place) in words for tie in ties for place in range(tie.first, tie.last + 1))


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
