"""Words that tie one person to another: kin, love, friendship, enmity, service, teaching."""

from collections.abc import Mapping
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.inflection import bare_forms, owned_forms, with_particles
from bookanalysis.ai.readers.offline.lexicon import PRONOUN_ENDINGS
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

FAMILY = RelationshipType.FAMILY
ROMANTIC = RelationshipType.ROMANTIC
FRIEND = RelationshipType.FRIEND
ENEMY = RelationshipType.ENEMY
RIVAL = RelationshipType.RIVAL
ALLY = RelationshipType.ALLY
COLLEAGUE = RelationshipType.COLLEAGUE
MENTOR = RelationshipType.MENTOR
STUDENT = RelationshipType.STUDENT

_MEN = {
    FAMILY: "أب والد ابن ولد أخ شقيق عم خال جد زوج قرين صهر حفيد نسيب حم ربيب قريب",
    ROMANTIC: "حبيب عشيق محبوب معشوق خطيب عاشق",
    FRIEND: "صديق رفيق صاحب نديم",
    ENEMY: "عدو غريم خصم قاتل",
    RIVAL: "منافس مزاحم",
    ALLY: "خادم غلام مولى سيد تابع حارس حليف نصير",
    COLLEAGUE: "كاتب وكيل سكرتير وزير حاجب زميل شريك مساعد",
    MENTOR: "أستاذ معلم مربي مؤدب مدرس",
    STUDENT: "تلميذ",
}
_WOMEN = {
    FAMILY: "أم والدة ابنة بنت أخت شقيقة عمة خالة جدة زوجة زوج امرأة قرينة حماة حفيدة ربيبة قريبة",
    ROMANTIC: "حبيبة عشيقة محبوبة معشوقة خطيبة",
    FRIEND: "صديقة رفيقة صاحبة",
    ENEMY: "عدوة غريمة",
    RIVAL: "منافسة ضرة",
    ALLY: "خادمة جارية وصيفة مولاة سيدة",
    COLLEAGUE: "زميلة شريكة سكرتيرة",
    MENTOR: "مربية مرضعة حاضنة معلمة أستاذة مدرسة",
    STUDENT: "تلميذة",
}
_UNCLEAR_BARE = frozenset(
    fold("أب أم جد ولد كاتب سيد سيدة صاحب صاحبة مولى حم عم معلم مدرسة معلمة قريب قريبة").split()
)
"""Before a name they are a title, begin a kunya or are something else: they need a pronoun or «ابن»."""


@dataclass(frozen=True, slots=True)
class TieNoun:
    """What a noun says about whom it means and the one they belong to, read from the first to the second."""

    type: RelationshipType
    is_woman: bool
    owner: str
    """The pronoun joined to it, "" for none."""
    is_joined: bool
    """Whether a particle is joined to it."""
    is_clear: bool
    """Whether it means this even before a name («عم سعد» may be «uncle Saad», «ابن عم سعد» not)."""


def _tie_nouns() -> Mapping[str, tuple[TieNoun, ...]]:
    found: dict[str, list[TieNoun]] = {}
    for nouns, is_woman in ((_MEN, False), (_WOMEN, True)):
        for kind, words in nouns.items():
            for noun in words.split():
                is_clear = fold(noun) not in _UNCLEAR_BARE
                forms = [*owned_forms(noun), *((form, "") for form in bare_forms(noun))]
                for form, owner in forms:
                    for key in with_particles(form):
                        tie = TieNoun(kind, is_woman, owner, key != form, is_clear or owner != "")
                        found.setdefault(key, []).append(tie)
    return {key: tuple(ties) for key, ties in found.items()}


TIE_NOUNS = _tie_nouns()
KIN_BEFORE_KIN = frozenset(fold("ابن بنت ابنة أخ أخو أخا أخي أخت زوج زوجة ابنا أبناء أولاد").split())
"""Bare before a kin word they make one longer kin word («ابن عمه»)."""
OWNERS_GENDER = {"ه": "male", "ها": "female"}

_COMMON = (
    "أبو أبا أب والد أخ أخو أخا عم خال جد زوج ابن ولد حب عشق هوى غرام صحبة صداقة انتقام زواج أولاد أبناء بنات"
    " إخوة إمرأة قتل يقتل يحب تحب أحب أحبت يهوى تهوى يتزوج تتزوج تزوج يعشق تعشق ينتقم كره يكره تكره قاتل"
)


def _tie_words() -> frozenset[str]:
    words = set(fold(_COMMON).split())
    for nouns in (_MEN, _WOMEN):
        for noun in " ".join(nouns.values()).split():
            words.update(bare_forms(noun))
            words.update(form for form, _ in owned_forms(noun))
            base = fold(noun)
            base = base[:-1] + "ت" if base.endswith("ه") else base
            words.update(base + ending for ending in PRONOUN_ENDINGS)
    return frozenset(words)


TIE_WORDS = _tie_words()
"""All of them, none of which is a name."""
