"""Ties of one who is among those of another: «لميس، كبرى أخوات سعد», «سعد من رجال منذر»."""

from collections.abc import Iterator, Mapping

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast, Named
from bookanalysis.ai.readers.offline.pronouns import PLAIN
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import ALLY, COLLEAGUE, ENEMY, FAMILY, FRIEND, STUDENT
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

_MARKS = 4
"""Tokens from the one to the word that picks them, if only marks and pronouns stand between."""
_MANY: Mapping[str, RelationshipType] = {
    noun: kind
    for kind, nouns in {
        FAMILY: "أبناء أولاد بنات أخوات إخوة أحفاد",
        FRIEND: "أصدقاء أصحاب صديقات رفاق",
        ENEMY: "أعداء خصوم",
        ALLY: "رجال خدم غلمان جواري أتباع أنصار حراس عبيد مماليك خاصة بطانة أعوان جند جيش جيوش حاشية",
        COLLEAGUE: "وزراء قواد قادة عمال ضباط أمناء شعراء حجاب",
        STUDENT: "تلاميذ تلامذة",
    }.items()
    for noun in fold(nouns).split()
}
_WHICH: Mapping[str, str | None] = {
    fold(word): gender
    for gender, words in (
        (None, "من أكبر أصغر أشد أقدم أعز"),
        (MALE, "أحد قائد وقائد"),
        (FEMALE, "إحدى كبرى صغرى"),
    )
    for word in words.split()
}
"""What picks one of them, and whether a man or a woman."""
_ONE = frozenset(fold("أحد إحدى").split())
"""Right behind a name it may be somebody else («زار سعدا أحد رجال منذر»)."""
_APART = frozenset('،,:»"”—–-\n') | frozenset(fold("هو هي وهو وهي").split())


def one_of_many(cast: Cast) -> Iterator[Tie]:
    """The ties of the whole book that a plural says of one person."""
    for place in cast.places_of(_MANY):
        which, owner = cast.key(place - 1), cast.starting.get(place + 1)
        if which not in _WHICH or owner is None or cast.is_joined(owner):
            continue
        bearer = _bearer(cast, place - 1)
        if bearer and bearer.person != owner.person and _agrees(cast, bearer, _WHICH[which]):
            yield Tie(bearer.first, owner.last, bearer.person, owner.person, _MANY[cast.key(place)], PLAIN)


def _bearer(cast: Cast, place: int) -> Named | None:
    """The one named before a word, or before the marks and pronouns that part them."""
    last = place - 1
    while cast.key(last) in _APART and place - last < _MARKS:
        last -= 1
    if last == place - 1 and cast.key(place) in _ONE:
        return None
    bearer = cast.ending.get(last)
    return bearer if bearer and cast.words.same_passage(bearer.first, place) else None


def _agrees(cast: Cast, bearer: Named, gender: str | None) -> bool:
    return gender is None or cast.genders[bearer.person] in (gender, None)
