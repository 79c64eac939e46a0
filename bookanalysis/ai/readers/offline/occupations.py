"""What a person does for a living, or which office they hold."""

from collections.abc import Iterator

from bookanalysis.ai.readers.offline.adjectives import forms_of_adjectives
from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.descriptions import Use, described
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.inflection import AND, accusative, with_particles
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind

_NOUNS = (
    "طبيب محام مهندس ضابط خادم تاجر كاتب شاعر معلم مدرس أستاذ راهب قسيس مطران وزير قائد ملك سلطان"
    " خليفة قاض موظف فلاح"
    " بستاني سائق رسام مغن ممثل طالب تلميذ صحفي صحافي حارس بواب جندي حاكم حاجب طباخ صياد نجار"
    " حداد خياط بناء فارس"
    " ممرض مترجم فيلسوف مؤرخ فقيه إمام سفير قنصل مدير وكيل سمسار صراف صيدلي جراح نوتي ملاح أمير"
)
_OFFICES = {
    fold(title): office
    for title, office in (
        ("القاضي", "قاض"),
        ("الوزير", "وزير"),
        ("القائد", "قائد"),
        ("المحامي", "محام"),
        ("المهندس", "مهندس"),
        ("الضابط", "ضابط"),
        ("الطبيب", "طبيب"),
        ("الدكتور", "دكتور"),
        ("الدكتورة", "دكتورة"),
        ("الملك", "ملك"),
        ("الملكة", "ملكة"),
        ("السلطان", "سلطان"),
        ("السلطانة", "سلطانة"),
        ("الخليفة", "خليفة"),
        ("القيصر", "قيصر"),
        ("الإمبراطور", "إمبراطور"),
        ("الإمبراطورة", "إمبراطورة"),
        ("المطران", "مطران"),
        ("القس", "قس"),
        ("القسيس", "قسيس"),
        ("الراهب", "راهب"),
        ("الراهبة", "راهبة"),
        ("الأسقف", "أسقف"),
        ("البطريرك", "بطريرك"),
        ("الجنرال", "جنرال"),
        ("الكولونيل", "كولونيل"),
        ("الكولونل", "كولونيل"),
        ("القبطان", "قبطان"),
        ("الكابتن", "كابتن"),
        ("المفتش", "مفتش"),
        ("العمدة", "عمدة"),
        ("الكردينال", "كردينال"),
        ("الملازم", "ملازم"),
        ("اليوزباشي", "يوزباشي"),
        ("البكباشي", "بكباشي"),
        ("الصاغ", "صاغ"),
        ("الشاويش", "شاويش"),
        ("الإمام", "إمام"),
    )
}
"""Titles that are an office or a profession; those that only honour are none (السيد، الشيخ، الحاج)."""
_DEFECTIVE = {"محام": "محامي", "قاض": "قاضي", "مغن": "مغني", "وال": "والي", "راع": "راعي"}
_FORMS = dict(forms_of_adjectives(_NOUNS.split())) | {
    form: words
    for short, long in _DEFECTIVE.items()
    for form, words in forms_of_adjectives([short]).items()
    for form in (form.replace(fold(short), fold(long), 1),)
}
_HONORIFICS = frozenset(
    fold("الأمير الأميرة الأستاذ المعلم الأستاذة المعلمة الفارس العالم الإمام الأمام").split()
)
"""Beside a name they honour; only «كان سعد أميرا» says what he is."""
_WORKS = frozenset(
    form
    for verb in fold("يعمل تعمل عمل عملت اشتغل اشتغلت يشتغل تشتغل عين عينت").split()
    for form in with_particles(verb, AND)
)


def occupations(cast: Cast) -> Iterator[Finding]:
    """Every occupation that the book tells of someone."""
    for named in cast.named:
        office = _OFFICES.get(named.place.title)
        if office and named.place.core:
            yield Finding(named.first, named.last, named.person, FactKind.OCCUPATION, "", office)
    for place in cast.places_of(_FORMS):
        key = cast.key(place)
        use = Use.HONORIFIC if key in _HONORIFICS else Use.NOUN
        for form in _FORMS[key]:
            who = described(cast, place, form.gender, use=use)
            if who:
                yield Finding(who.first, who.last, who.person, FactKind.OCCUPATION, "", form.word)
            elif cast.key(place - 1) in _WORKS and key == accusative(fold(form.word)):
                yield from _worker(cast, place, form.gender, form.word)


def _worker(cast: Cast, place: int, gender: str, word: str) -> Iterator[Finding]:
    """«كان سعد يعمل نجارا»."""
    who = cast.ending.get(place - 2)
    if who and cast.genders[who.person] in (gender, None) and gender in (MALE, FEMALE):
        yield Finding(who.first, place, who.person, FactKind.OCCUPATION, "", word)
