"""Where the text itself says what else somebody is called: «الملقب بـ», «يدعونه», «واسمها»."""

from collections.abc import Iterator
from dataclasses import dataclass

from bookanalysis.ai.identity.scene import LINE_END, Named, Scene
from bookanalysis.arabic.names import folded_words
from bookanalysis.arabic.verbs import acts, speaks

_KNOWN_AS = folded_words(
    "المعروف المعروفة الملقب الملقبة المكنى المكناة الشهير الشهيرة المشهور المشهورة المسمى المسماة المدعو"
    " المدعوة"
)
_CALLED = folded_words(
    "يدعونه يدعونها يسمونه يسمونها سموه سموها دعوه دعوها ينادونه ينادونها يلقبونه يلقبونها لقبوه لقبوها"
    " يكنونه يكنونها كنوه كنوها يدعى تدعى يسمى تسمى سمي سميت دعي دعيت لقب لقبت يلقب تلقب يكنى تكنى اسمه"
    " اسمها لقبه لقبها كنيته كنيتها"
)
_CALLED_TO = {"يقال": ("له", "لها"), "قيل": ("له", "لها")}
_ON_THE_WAY = folded_words("و ، , هو وهو هي وهي الذي التي كان وكان كانت وكانت كانوا وكانوا قد وقد")
_REALLY = folded_words("أيضا الحقيقي الأصلي الأول الكامل : باسم ب")
_BEFORE_A_SUBJECT = folded_words("إن أن كان وكان كانت هو هي هذا هذه أما يا . ، , : ؛ ؟ ! - –") | {
    LINE_END,
    "—",
    "…",
}
_PREPOSITIONS = folded_words("مع إلى من على عن عند نحو في")
_OF_WHOM = folded_words(
    "ابن بن بنت ابنة ولد أخت أخو أخا أخي أم أبو أبا والد والدة زوج زوجة امرأة عم عمة خال خالة جد جدة حفيد"
    " خطيب خطيبة صديق صديقة صاحب صاحبة خادم خادمة جارية عبد غلام رسول"
)
"""Before a name they say that somebody else is meant."""
_BRACKETS = {"(": ")", "«": "»", "[": "]"}
_OPEN, _CLOSE = '«"“', '»"”'
_MOST_ON_THE_WAY = 4
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class ToldName:
    """`named` is the place's number in the scene; the words from `first` to `last` tell the alias.

    The alias begins at `alias`; `other` is the number of the place that names somebody by it, if one does.
    """

    named: int
    first: int
    alias: int
    last: int
    other: int | None


def find_told_names(scene: Scene) -> Iterator[ToldName]:
    """All places that tell an alias, in reading order.

    Only where the name before it is whom the words are about: in «صديق سعد الملقب بالأسد» it may be either.
    """
    starts = {place.first: number for number, place in enumerate(scene.named)}
    for number, place in enumerate(scene.named):
        other = _in_brackets(scene, starts, place)
        if other is not None:
            yield ToldName(number, place.first, scene.named[other].first, scene.named[other].last, other)
            continue
        mark = _mark_behind(scene, place)
        if mark is None or not _is_meant(scene, place, mark):
            continue
        found = _alias_at(scene, starts, mark)
        if found:
            alias, last, other = found
            yield ToldName(number, place.first, alias, last, other)


def _in_brackets(scene: Scene, starts: dict[int, int], place: Named) -> int | None:
    """Whose name stands right behind in brackets or quotation marks: «رملة «السيدة سعاد»».

    Behind a verb of speech it is what was said; behind a noun of kin it names the kin.
    """
    before = scene.key(scene.before(place.first))
    if place.particle not in ("", "و", "ف") or speaks(before) or before in _OF_WHOM:
        return None
    opening = scene.key(place.last + 1)
    other = starts.get(place.last + 2)
    if opening not in _BRACKETS or other is None:
        return None
    is_alone = scene.key(scene.named[other].last + 1) == _BRACKETS[opening]
    return other if is_alone and not scene.named[other].particle else None


def _mark_behind(scene: Scene, place: Named) -> int | None:
    """The last word of the mark behind a name, if hardly anything stands between."""
    at = scene.after(place.last)
    for _ in range(_MOST_ON_THE_WAY):
        key = scene.key(at)
        bare = key.removeprefix("و")
        if bare in _KNOWN_AS or bare in _CALLED:
            return at
        if scene.key(at + 1) in _CALLED_TO.get(bare, ()):
            return at + 1
        if key not in _ON_THE_WAY:
            return None
        at = scene.after(at)
    return None


def _is_meant(scene: Scene, place: Named, mark: int) -> bool:
    """Whether the one named is the one called: the name opens its sentence or stands behind a verb."""
    if place.particle not in ("", "و", "ف"):
        return False
    before = scene.key(scene.before(place.first))
    if before in _BEFORE_A_SUBJECT or acts(before):
        return True
    return before in _PREPOSITIONS and scene.key(mark) in _KNOWN_AS


def _alias_at(scene: Scene, starts: dict[int, int], mark: int) -> tuple[int, int, int | None] | None:
    """Where the alias begins and ends: a name that is also else met, or what stands in quotation marks."""
    at = mark + 1
    while scene.key(at) in _REALLY:
        at += 1
    if scene.key(at) and scene.key(at) in _OPEN:
        quoted = at + 1
        end = quoted
        while end < len(scene.keys) and scene.keys[end] not in _CLOSE and end - quoted <= _MOST_WORDS:
            end += 1
        if quoted < end <= quoted + _MOST_WORDS and scene.key(end) in _CLOSE:
            return quoted, end - 1, starts.get(quoted)
        return None
    other = starts.get(at)
    if other is None or scene.named[other].particle not in ("", "ب"):
        return None
    return at, scene.named[other].last, other
