"""How old a person is: a number of years, or a noun for a time of life in apposition."""

from collections.abc import Iterator, Mapping

from bookanalysis.ai.readers.offline.cast import CLAUSE_ENDS, FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.descriptions import Use, described
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.inflection import accusative, with_particles
from bookanalysis.ai.readers.offline.pronouns import meant_nearby
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind

_NOUNS = {
    MALE: "شاب فتى طفل صبي غلام كهل شيخ مراهق رضيع يافع",
    FEMALE: "شابة فتاة طفلة صبية عجوز مراهقة رضيعة",
}
_HONORIFICS = frozenset(fold("الشيخ شيخ الغلام غلام").split())
"""Beside a name they are a title or a servant; only «كان سعد شيخا» tells an age."""
_TENS = fold(
    "عشرين عشرون ثلاثين ثلاثون أربعين أربعون خمسين خمسون ستين ستون سبعين سبعون ثمانين ثمانون تسعين تسعون"
)
_NUMBERS = frozenset(
    form
    for word in (*_TENS.split(), *("ال" + ten for ten in _TENS.split()))
    for form in with_particles(word, ("", "و"))
) | frozenset(
    fold(
        "سنة سنه عاما السابعة الثامنة التاسعة العاشرة الخامسة السادسة عشر عشرة عشره الثانية"
        " الثالثة الرابعة الحادية"
    ).split()
)
_HIS_AGE = {
    fold(word): gender
    for word, gender in (("عمره", MALE), ("عمرها", FEMALE), ("سنه", MALE), ("سنها", FEMALE))
}
_OF_AGE = fold("العمر")
_LONGEST = 6
_REACHED = frozenset(
    form
    for verb in fold(
        "ناهز بلغ جاوز تجاوز يناهز يتجاوز تتجاوز تناهز تبلغ يبلغ ناهزت بلغت جاوزت تجاوزت قارب قاربت"
    ).split()
    for form in with_particles(verb, ("", "و", "ف"))
)


def _life(nouns: str) -> Mapping[str, str]:
    forms: dict[str, str] = {}
    for noun in nouns.split():
        word = fold(noun)
        for form in (word, accusative(word), "ال" + word):
            forms[form] = noun
    return forms


_TIMES_OF_LIFE = {gender: _life(nouns) for gender, nouns in _NOUNS.items()}


def ages(cast: Cast) -> Iterator[Finding]:
    """Every age that the book tells of someone."""
    for place in cast.places_of(_HIS_AGE):
        if not cast.ends_with(place, "ة"):
            yield from _years(cast, place)
    for place in cast.places_of([_OF_AGE]):
        yield from _years(cast, place)
    for gender, nouns in _TIMES_OF_LIFE.items():
        for place in cast.places_of(nouns):
            key = cast.key(place)
            who = described(cast, place, gender, use=Use.HONORIFIC if key in _HONORIFICS else Use.NOUN)
            if who:
                yield Finding(who.first, who.last, who.person, FactKind.AGE, "", nouns[key])


def _years(cast: Cast, place: int) -> Iterator[Finding]:
    """«في العشرين من عمره», of the only one before who may be meant."""
    first = place
    while place - first < _LONGEST and cast.key(first - 1) not in CLAUSE_ENDS:
        first -= 1
    start = next((at for at in range(first, place) if cast.key(at) in _NUMBERS), None)
    if start is None:
        return
    genders = [_HIS_AGE[key]] if (key := cast.key(place)) in _HIS_AGE else [MALE, FEMALE]
    owners = {who.person: who for gender in genders if (who := meant_nearby(cast, start, gender))}
    who = owners.popitem()[1] if len(owners) == 1 else None
    if who:
        value = cast.words.surface(start, place)
        yield Finding(who.first, place, who.person, FactKind.AGE, "", " ".join(value.split()))
