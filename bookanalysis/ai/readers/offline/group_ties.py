"""Ties that a dual or plural says of several: «الأخوان سعد ومنذر», «سعد ولميس زوجان», «ولديه سعدا ومنذرا»."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, combinations, takewhile

from bookanalysis.ai.readers.offline.cast import CLAUSE_ENDS, FEMALE, MALE, Cast, Named
from bookanalysis.ai.readers.offline.inflection import HER, HIS, with_particles
from bookanalysis.ai.readers.offline.noun_ties import NEAR
from bookanalysis.ai.readers.offline.pronouns import PLAIN, antecedent
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import COLLEAGUE, ENEMY, FAMILY, FRIEND, RIVAL, ROMANTIC
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

_PAIRS = {
    FAMILY: "أخو أخت شقيق شقيقت زوج قريب",
    FRIEND: "صديق صديقت رفيق رفيقت صاحب",
    ROMANTIC: "حبيب عاشق خطيب عشيق",
    ENEMY: "عدو خصم غريم",
    RIVAL: "منافس",
    COLLEAGUE: "زميل شريك",
}
"""Without the ending of the dual."""
_BETWEEN = {
    FAMILY: "قرابة مصاهرة",
    FRIEND: "صداقة مودة صحبة",
    ROMANTIC: "غرام عشق",
    ENEMY: "عداوة خصومة ثأر",
    RIVAL: "منافسة",
}
_CHILDREN = (
    "ولديه ولداه ابنيه ابناه ابنتيه ابنتاه أخويه أخواه أختيه أختاه أولاده أبناؤه أبناءه أبنائه"
    " بناته إخوته أخواته"
    " ولديها ولداها ابنيها ابناها ابنتيها ابنتاها أخويها أخواها أختيها أختاها أولادها أبناؤها"
    " أبناءها أبنائها بناتها"
    " إخوتها أخواتها"
)
_COPULAS = frozenset(fold("كانا كانتا هما وهما").split())
_TWO = 2
_NEAR_BETWEEN = 6
"""Tokens from «بين سعد ومنذر» to the noun that says what is between them."""


def _duals() -> Mapping[str, RelationshipType]:
    return {
        form: kind
        for kind, nouns in _PAIRS.items()
        for noun in fold(nouns).split()
        for ending in ("ان", "ين")
        for word in (noun + ending, "ال" + noun + ending)
        for form in with_particles(word)
    }


_DUALS = _duals()
_ABSTRACT = {
    form: kind
    for kind, nouns in _BETWEEN.items()
    for noun in fold(nouns).split()
    for form in (noun, "ال" + noun)
}
_OF_CHILDREN = frozenset(form for word in fold(_CHILDREN).split() for form in with_particles(word))


def group_ties(cast: Cast) -> Iterator[Tie]:
    """The ties of the whole book that are said of two or more together."""
    for place in cast.places_of(_DUALS):
        yield from _pair(cast, place, _DUALS[cast.key(place)])
    for place in cast.places_of(["بين", "وبين"]):
        yield from _between(cast, place)
    for place in cast.places_of(_OF_CHILDREN):
        yield from _children(cast, place)


def _pair(cast: Cast, place: int, kind: RelationshipType) -> Iterator[Tie]:
    """«الأخوان سعد ومنذر», «كان سعد ومنذر أخوين»."""
    behind = _joined(cast, place + 1)
    if behind:
        if len(behind) > 1:
            yield Tie(place, behind[1].last, behind[0].person, behind[1].person, kind, PLAIN)
        return
    last = place - 2 if cast.key(place - 1) in _COPULAS else place - 1
    second = cast.ending.get(last)
    first = cast.ending.get(second.first - 1) if second and _is_and(cast, second) else None
    if first and second and not cast.key(place).startswith("ال") and first.person != second.person:
        yield Tie(first.first, place, first.person, second.person, kind, PLAIN)


def _between(cast: Cast, place: int) -> Iterator[Tie]:
    """«كانت بين سعد ومنذر عداوة»."""
    both = _joined(cast, place + 1)
    if len(both) != _TWO:
        return
    one, other = both
    before = range(place - 1, place - _NEAR_BETWEEN, -1)
    behind = range(other.last + 1, other.last + _NEAR_BETWEEN)
    around = chain(_of_clause(cast, before), _of_clause(cast, behind))
    at = next((at for at in around if cast.key(at) in _ABSTRACT), None)
    if at is not None:
        kind = _ABSTRACT[cast.key(at)]
        yield Tie(min(at, place), max(at, other.last), one.person, other.person, kind, PLAIN)


def _of_clause(cast: Cast, places: range) -> Iterator[int]:
    return takewhile(lambda place: cast.key(place) not in CLAUSE_ENDS, places)


def _children(cast: Cast, place: int) -> Iterator[Tie]:
    """«دعا سعد ولديه منذرا وفريدا»: each of them and their father, and the two themselves."""
    named = _joined(cast, place + 1)
    if not named:
        return
    for one, other in combinations(named, 2):
        yield Tie(place, other.last, one.person, other.person, FAMILY, PLAIN)
    pronoun = HER if cast.key(place).endswith(HER) else HIS
    owner = antecedent(cast, place, FEMALE if pronoun == HER else MALE, [one.person for one in named])
    for one in named:
        if owner:
            first = owner.named.first if place - owner.named.first <= NEAR else place
            yield Tie(first, one.last, one.person, owner.named.person, FAMILY, owner.weight)


def _joined(cast: Cast, place: int) -> Sequence[Named]:
    """The names that begin here and are joined by «و»: «سعد ومنذر»."""
    found: list[Named] = []
    while (one := cast.starting.get(place)) and one.place.core and (_is_and(cast, one) if found else True):
        if not found and cast.is_joined(one):
            break
        if one.person not in {before.person for before in found}:
            found.append(one)
        place = one.last + 1
        if cast.key(place) in {"،", ","}:
            place += 1
    return found


def _is_and(cast: Cast, named: Named) -> bool:
    return cast.words.particle(named.first) == "و"
