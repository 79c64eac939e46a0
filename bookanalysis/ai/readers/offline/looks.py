"""What a person looks like: hair, eyes, height, build, beauty, voice."""

from collections.abc import Iterator, Mapping

from bookanalysis.ai.readers.offline.adjectives import forms_of_adjectives
from bookanalysis.ai.readers.offline.cast import FEMALE, MALE, Cast
from bookanalysis.ai.readers.offline.descriptions import Described, described
from bookanalysis.ai.readers.offline.findings import Finding
from bookanalysis.ai.readers.offline.inflection import HER, HIS, owned_forms, with_particles
from bookanalysis.ai.readers.offline.pronouns import meant_nearby
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind

_WHOLE = {
    "beauty": "جميل وسيم حسناء مليح قبيح دميم حسن",
    "build": "نحيف بدين سمين نحيل رشيق ضخم نحيل هزيل",
    "skin": "أسمر أشقر",
    "infirmity": "أعرج أعمى أعور",
}
_PARTS = {
    "hair": "شعر",
    "eyes": "عين",
    "face": "وجه محيا",
    "height": "قامة قد قوام",
    "skin": "بشرة لون",
    "voice": "صوت",
    "beard": "لحية",
    "moustache": "شارب",
    "nose": "أنف",
    "body": "جسم بنية",
}
_OF_PARTS = (
    "أسود أبيض أشقر أحمر أزرق أخضر أسمر أشيب ذهبي كستنائي فاحم طويل قصير واسع كبير ناعم مجعد كث"
    " كثيف مستدير جميل حلو عذب"
    " رخيم أجش رقيق دقيق نحيل عريض ممتلئ صبيح مليح قوي حسن ربعة معتدل مديد رشيق ممشوق أسيل خفيف ضخم بهي وضاء"
)
_DUALS = {
    fold(dual): word
    for dual, word in (
        ("سوداوان", "سوداوان"),
        ("سوداوين", "سوداوان"),
        ("زرقاوان", "زرقاوان"),
        ("زرقاوين", "زرقاوان"),
        ("خضراوان", "خضراوان"),
        ("واسعتان", "واسعتان"),
        ("واسعتين", "واسعتان"),
        ("نجلاوان", "نجلاوان"),
        ("نجلاوين", "نجلاوان"),
        ("عسليتان", "عسليتان"),
        ("السوداوان", "سوداوان"),
        ("السوداوين", "سوداوان"),
        ("الزرقاوان", "زرقاوان"),
        ("الزرقاوين", "زرقاوان"),
        ("الواسعتان", "واسعتان"),
        ("الواسعتين", "واسعتان"),
        ("النجلاوان", "نجلاوان"),
        ("النجلاوين", "نجلاوان"),
        ("الخضراوان", "خضراوان"),
        ("الخضراوين", "خضراوان"),
    )
}
_COMMA = frozenset("،,")
_AGES = frozenset(fold("عمره عمرها العمر سنها").split())
_WHOLE_FORMS = {
    form: (feature, words)
    for feature, adjectives in _WHOLE.items()
    for form, words in forms_of_adjectives(adjectives.split()).items()
}
_PART_FORMS = forms_of_adjectives(_OF_PARTS.split())
_DEFINITE_PARTS = {
    fold("ال" + part): feature for feature, parts in _PARTS.items() for part in parts.split()
} | {fold("العينين"): "eyes", fold("الطلعة"): "beauty", fold("العود"): "build", fold("الجسم"): "build"}


_SEEN = frozenset(fold("الصورة الخلقة المنظر الهيئة المحاسن").split())
_BEAUTY = frozenset(with_particles(fold("جمال")))


def _owned_parts() -> Mapping[str, tuple[str, str]]:
    forms: dict[str, tuple[str, str]] = {}
    for feature, parts in _PARTS.items():
        for part in parts.split():
            stems = ("عين", "عينا", "عيني") if part == "عين" else (part,)
            for stem in stems:
                for form, owner in owned_forms(stem):
                    if owner in (HIS, HER):
                        for joined in with_particles(form):
                            forms.setdefault(joined, (feature, owner))
    return forms


_OWNED_PARTS = _owned_parts()
_BARE_PARTS = {
    joined: feature
    for feature, parts in _PARTS.items()
    for part in (*parts.split(), *(("عينا", "عيني") if feature == "eyes" else ()))
    for joined in with_particles(fold(part))
}


def looks(cast: Cast) -> Iterator[Finding]:
    """Every feature that the book tells of someone."""
    for place in cast.places_of(_WHOLE_FORMS):
        feature, forms = _WHOLE_FORMS[cast.key(place)]
        if cast.key(place + 1) in _DEFINITE_PARTS or _is_of_something_unseen(cast, place):
            continue
        for form in forms:
            who = described(cast, place, form.gender, like=frozenset(_WHOLE_FORMS))
            if who:
                yield Finding(who.first, who.last, who.person, FactKind.PHYSICAL, feature, form.word)
    for place in cast.places_of(_BEAUTY):
        owner = cast.starting.get(place + 1)
        if owner and owner.place.core and cast.genders[owner.person] == FEMALE and not cast.is_joined(owner):
            yield Finding(place, owner.last, owner.person, FactKind.PHYSICAL, "beauty", "جميلة")
    yield from _constructs(cast)
    yield from _parts(cast)


def _is_of_something_unseen(cast: Cast, place: int) -> bool:
    """Whether a noun behind the adjective makes it no look («حسن الطوية»)."""
    following = cast.key(place + 1)
    is_bare = not cast.key(place).startswith("ال")
    return is_bare and following.startswith("ال") and following not in _SEEN and following not in _WHOLE_FORMS


def _constructs(cast: Cast) -> Iterator[Finding]:
    """«كان سعد طويل القامة أسود الشعر»."""
    for place in cast.places_of(_PART_FORMS):
        feature = _DEFINITE_PARTS.get(cast.key(place + 1))
        if feature is None:
            continue
        head = _head(cast, place)
        for form in _PART_FORMS[cast.key(place)]:
            who = described(cast, head, form.gender) or _told_of(cast, head, form.gender)
            if who:
                value = " ".join(cast.words.surface(place, place + 1).split())
                yield Finding(
                    min(who.first, place),
                    place + 1,
                    who.person,
                    FactKind.PHYSICAL,
                    feature,
                    _bare(value, form.word),
                )


def _head(cast: Cast, place: int) -> int:
    """The first of a row of features («طويل القامة، أسود الشعر»)."""
    while True:
        before = place - 1 if cast.key(place - 1) in _COMMA else place
        if cast.key(before - 1) not in _DEFINITE_PARTS or cast.key(before - 2) not in _PART_FORMS:
            return place
        place = before - 2


def _told_of(cast: Cast, head: int, gender: str) -> Described | None:
    """Whom a feature behind a comma or an age goes on describing («كان شابا في العشرين، طويل القامة»)."""
    if cast.key(head - 1) not in _COMMA | _AGES:
        return None
    who = meant_nearby(cast, head, gender)
    return Described(who.person, who.first, head) if who else None


def _bare(value: str, adjective: str) -> str:
    """«طويلا القامة» and «الطويل القامة» as «طويل القامة»."""
    return f"{adjective} {value.rsplit(maxsplit=1)[-1]}"


def _parts(cast: Cast) -> Iterator[Finding]:
    """«شعرها الأسود», «عينا لميس السوداوان»."""
    for place in cast.places_of(_OWNED_PARTS):
        feature, pronoun = _OWNED_PARTS[cast.key(place)]
        value = _adjective(cast, place + 1)
        if value is None or (pronoun == HIS and cast.ends_with(place, "ة")):
            continue
        who = meant_nearby(cast, place, FEMALE if pronoun == HER else MALE)
        if who:
            yield Finding(who.first, place + 1, who.person, FactKind.PHYSICAL, feature, value)
    for place in cast.places_of(_BARE_PARTS):
        owner = cast.starting.get(place + 1)
        value = (
            _adjective(cast, owner.last + 1)
            if owner and owner.place.core and not cast.is_joined(owner)
            else None
        )
        if owner and value:
            feature = _BARE_PARTS[cast.key(place)]
            yield Finding(place, owner.last + 1, owner.person, FactKind.PHYSICAL, feature, value)


def _adjective(cast: Cast, place: int) -> str | None:
    key = cast.key(place)
    if key in _DUALS:
        return _DUALS[key]
    forms = _PART_FORMS.get(key)
    return forms[0].word if forms else None
