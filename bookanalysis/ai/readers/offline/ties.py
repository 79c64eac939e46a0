"""Words that tie one person to another: kin, love, friendship, enmity, service, teaching."""

from collections.abc import Callable, Iterable

from bookanalysis.ai.readers.offline.lexicon import PRONOUN_ENDINGS
from bookanalysis.arabic import fold
from bookanalysis.profile import RelationshipType

_NOUNS = {
    RelationshipType.FAMILY: (
        "أب أبو أبا والد والدة أم ابن ابنة بنت ولد أخ أخو أخا أخت شقيق شقيقة عم عمة خال خالة جد جدة زوج زوجة"
        " امرأة قرين قرينة حماة صهر خطيب خطيبة نسيب حفيد حفيدة أولاد أبناء بنات إخوة"
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
_THIRD_PERSON = ("ه", "ها", "هما", "هم")
_UNCLEAR = frozenset({"ابو", "ابا", "ابي", "ام", "اب", "جد", "ولد", "حب", "كاتب", "سيد", "صاحب", "امراه"})
"""They begin a kunya or are often something else: they tie only right before a name."""
_GENITIVE = {"ابو": "ابي", "اخو": "اخي", "ابا": "ابي", "اخا": "اخي"}


def _bare(noun: str) -> list[str]:
    """A noun as it stands before the name of the one it belongs to («أخت سعد»)."""
    return [noun, *([_GENITIVE[noun]] if noun in _GENITIVE else [])]


def _with(endings: Iterable[str]) -> Callable[[str], list[str]]:
    def forms(noun: str) -> list[str]:
        bases = [base[:-1] + "ت" if base.endswith("ه") else base for base in _bare(noun)]
        return [base + ending for base in bases for ending in endings]

    return forms


def _ties(
    words: dict[RelationshipType, str], forms: Callable[[str], list[str]]
) -> dict[str, RelationshipType]:
    ties: dict[str, RelationshipType] = {}
    for kind, said in words.items():
        for word in fold(said).split():
            for form in forms(word):
                ties.setdefault(form, kind)
    return ties


TIES_TO_THE_NEXT = _ties(_NOUNS, _bare)
"""Nouns that tie to the name behind them."""
TIES_TO_THE_LAST = _ties(_NOUNS, _with(_THIRD_PERSON))
"""Nouns with a pronoun that means someone named before («أخته»)."""
TIES_BETWEEN = {
    word: kind
    for ties in (_ties(_VERBS, _bare), TIES_TO_THE_NEXT, TIES_TO_THE_LAST)
    for word, kind in ties.items()
    if word not in _UNCLEAR
}
"""What may tie two names from a little farther off."""
TIE_WORDS = frozenset(TIES_BETWEEN) | frozenset(_ties(_NOUNS, _with(("", *PRONOUN_ENDINGS)))) | _UNCLEAR
"""All of them, none of which is a name."""
