"""What a person is like: traits, strengths and weaknesses."""

from collections.abc import Iterator

from bookanalysis.ai.readers.offline.adjectives import forms_of_adjectives
from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.descriptions import described
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.inflection import with_particles
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind

_ADJECTIVES = {
    FactKind.STRENGTH: (
        "شجاع ذكي باسل جريء حكيم عاقل فطن ماهر صبور حازم بارع فصيح أريب مقدام نشيط لبيب حاذق جسور"
        " حصيف نبيه نابغ مثقف خبير"
    ),
    FactKind.WEAKNESS: "جبان كسول غبي متهور أحمق طائش جاهل مهمل ضعيف",
    FactKind.TRAIT: (
        "كريم طيب متواضع مغرور متكبر بخيل لئيم قاس رحيم وفي مخلص صادق كاذب خائن غدار خبيث ماكر"
        " خجول هادئ مرح عنيد"
        " غيور حسود حقود رقيق لطيف مهذب فاضل نبيل تقي عفيف متدين صريح كتوم عصبي طموح حليم ظالم عادل"
        " سخي شرير ساذج"
        " ودود متعجرف طماع أناني وقور ورع حنون شهم رصين رزين متسامح حساس فظ عنيف متحمس دمث بشوش"
        " عبوس منافق محتال"
    ),
}
_NOUNS = {
    FactKind.STRENGTH: "شجاعة ذكاء بسالة حكمة فطنة دهاء مهارة براعة فصاحة حزم",
    FactKind.WEAKNESS: "جبن كسل غباوة حماقة طيش غباء",
    FactKind.TRAIT: "كرم غرور كبرياء بخل لؤم خبث مكر عناد عفة تقوى شهامة مروءة تواضع سخاء",
}
_KINDS = {word: kind for kind, words in _ADJECTIVES.items() for word in words.split()}
_FORMS = {
    form: tuple((_KINDS[masculine], word) for word in words)
    for masculine in _KINDS
    for form, words in forms_of_adjectives([masculine]).items()
}
_AND_IN = "وفي"
"""«وفي» is far more often «and in»; the other forms stay."""
ADJECTIVE_FORMS = frozenset(_FORMS)


_ABSTRACT = {
    form: (kind, noun)
    for kind, nouns in _NOUNS.items()
    for noun in nouns.split()
    for form in with_particles(fold(noun))
}
_OF_CHARACTER = frozenset(fold("القلب الأخلاق الخلق النفس الفؤاد الطبع السريرة").split())
"""Behind an adjective they leave it what it is («كريم النفس»); another noun makes it something else."""


def traits(cast: Cast) -> Iterator[Finding]:
    """Every trait, strength and weakness that the book tells of someone."""
    for place in cast.places_of(_FORMS):
        if cast.key(place) == _AND_IN:
            continue
        if _is_of_something(cast, place) and not cast.key(place).startswith("ال"):
            continue
        for kind, form in _FORMS[cast.key(place)]:
            who = described(cast, place, form.gender, like=ADJECTIVE_FORMS)
            if who:
                yield Finding(who.first, who.last, who.person, kind, "", form.word)
    for place in cast.places_of(_ABSTRACT):
        owner = cast.starting.get(place + 1)
        if owner and owner.place.core and not cast.is_joined(owner):
            kind, noun = _ABSTRACT[cast.key(place)]
            yield Finding(place, owner.last, owner.person, kind, "", noun)


def _is_of_something(cast: Cast, place: int) -> bool:
    """Whether a noun behind the adjective narrows it down («ضعيف الثقة»)."""
    following = cast.key(place + 1)
    return following.startswith("ال") and following not in _OF_CHARACTER and following not in _FORMS
