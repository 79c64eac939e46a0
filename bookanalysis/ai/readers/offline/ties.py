"""Words that tie one person to another: kin, love, friendship, enmity, service, teaching."""

from bookanalysis.ai.readers.offline.lexicon import PRONOUN_ENDINGS
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

_NOUNS = {
    RelationshipType.FAMILY: (
        "أب أبو أبا والد والدة أم ابن ابنة بنت ولد أخ أخو أخا أخت شقيق شقيقة عم عمة خال خالة جد جدة زوج زوجة امرأة"
        " قرين قرينة حماة صهر خطيب خطيبة نسيب حفيد حفيدة أولاد أبناء بنات إخوة"
    ),
    RelationshipType.ROMANTIC: "حبيب حبيبة عشيق عشيقة عاشق محبوبة محبوب غرام حب عشق هوى",
    RelationshipType.FRIEND: "صديق صديقة صاحب رفيق رفيقة زميل زميلة صحبة صداقة",
    RelationshipType.ENEMY: "عدو عدوة غريم خصم منافس انتقام",
    RelationshipType.COLLEAGUE: "خادم خادمة سيد مولى كاتب وكيل سكرتير جارية وصيفة حارس",
    RelationshipType.MENTOR: "أستاذ معلم مربي مرضعة مربية",
    RelationshipType.STUDENT: "تلميذ تلميذة",
}
_VERBS = {
    RelationshipType.ROMANTIC: "يحب تحب أحب أحبت يهوى تهوى يتزوج تتزوج تزوج زواج يعشق تعشق",
    RelationshipType.ENEMY: "ينتقم كره يكره تكره قتل يقتل قاتل",
}


def _with_endings(noun: str) -> list[str]:
    base = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return [noun, base, *(base + ending for ending in PRONOUN_ENDINGS)]


def _tie_words() -> dict[str, RelationshipType]:
    ties: dict[str, RelationshipType] = {}
    for kinds, forms in ((_NOUNS, _with_endings), (_VERBS, lambda verb: [verb])):
        for kind, words in kinds.items():
            for word in fold(words).split():
                for form in forms(word):
                    ties.setdefault(form, kind)
    return ties


TIE_WORDS = _tie_words()
