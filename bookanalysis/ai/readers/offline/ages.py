"""How old a person is: a number of years, or a noun for a time of life in apposition."""

from collections.abc import Iterator, Mapping

from bookanalysis.ai.readers.offline.cast import CLAUSE_ENDS, FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.descriptions import Use, described
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.inflection import AND, accusative, with_particles
from bookanalysis.ai.readers.offline.pronouns import NAMELESS, meant_nearby
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind

_NOUNS = {
    MALE: "شاب فتى طفل صبي كهل شيخ مراهق رضيع يافع",
    FEMALE: "شابة فتاة طفلة صبية عجوز مراهقة رضيعة",
}
_HONORIFICS = frozenset(fold("الشيخ شيخ").split())
"""Beside a name they are a title; only «كان سعد شيخا» tells an age."""
_CHILDHOOD = frozenset(["طفل", "طفلة", "صبي", "صبية", "رضيع", "رضيعة"])
_AS_ONE_WAS = frozenset(fold("وهو وهي").split())
"""«ماتت أمها وهي طفلة» tells of a time that is over."""
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
_OF_AGE, _FROM = fold("العمر من").split()
_ANYONE = NAMELESS[MALE] | NAMELESS[FEMALE]
_LONGEST = 6
_REACHED = {
    form: gender
    for verbs, gender in (
        ("ناهز بلغ جاوز تجاوز قارب يناهز يتجاوز يبلغ يقارب", MALE),
        ("ناهزت بلغت جاوزت تجاوزت قاربت تناهز تتجاوز تبلغ تقارب", FEMALE),
    )
    for verb in fold(verbs).split()
    for form in with_particles(verb, AND)
}
_DEFINITE_TENS = frozenset("ال" + ten for ten in _TENS.split())
_NOT_YET = frozenset(fold("لم ولم").split())


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
    for place in cast.places_of(_REACHED):
        yield from _reached(cast, place)
    for gender, nouns in _TIMES_OF_LIFE.items():
        for place in cast.places_of(nouns):
            key = cast.key(place)
            if nouns[key] in _CHILDHOOD and cast.key(place - 1) in _AS_ONE_WAS:
                continue
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
    if cast.key(start).startswith("و") and cast.key(start - 1) not in CLAUSE_ENDS:
        start -= 1
    genders = [_HIS_AGE[key]] if (key := cast.key(place)) in _HIS_AGE else [MALE, FEMALE]
    owners = {who.person: who for gender in genders if (who := meant_nearby(cast, start, gender))}
    who = owners.popitem()[1] if len(owners) == 1 else None
    if who and len(genders) > 1 and not _ANYONE.isdisjoint(cast.words.stems[who.last + 1 : start]):
        return
    if who:
        value = cast.words.surface(start, place)
        yield Finding(who.first, place, who.person, FactKind.AGE, "", " ".join(value.split()))


def _reached(cast: Cast, place: int) -> Iterator[Finding]:
    """«ناهز سعد الخمسين», «لم يتجاوز سعد الثلاثين»; «بلغ الخمسين من عمره» is told by its last word."""
    behind = cast.starting.get(place + 1)
    number = behind.last + 1 if behind else place + 1
    if cast.key(number) not in _DEFINITE_TENS or cast.key(number + 1) == _FROM:
        return
    start = place - 1 if cast.key(place - 1) in _NOT_YET else place
    gender = _REACHED[cast.key(place)]
    who = behind or cast.ending.get(start - 1) or meant_nearby(cast, start, gender)
    if who is None or not who.place.core or cast.genders[who.person] not in (gender, None):
        return
    said = range(start, number + 1)
    words = [
        cast.words.surface(at, at) for at in said if behind is None or not behind.first <= at <= behind.last
    ]
    first = min(start, who.first)
    yield Finding(first, number, who.person, FactKind.AGE, "", " ".join(words))
