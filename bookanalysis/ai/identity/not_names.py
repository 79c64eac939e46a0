"""Words that a reader may list as a person and that name nobody: pronouns, common nouns, kin."""

import re

from bookanalysis.arabic import fold
from bookanalysis.arabic.names import RANKS_BEHIND, TITLES, folded_words

_PRONOUNS = folded_words(
    "أنا نحن أنت أنتما أنتم أنتن هو هي هما هم هن إياه إياها هذا هذه ذلك تلك هؤلاء أولئك الذي التي من أحد"
    " أحدهم إحداهن أحدهما الآخر الأخرى آخر أخرى نفسه نفسها كلاهما كلتاهما"
)
_NOUNS = folded_words(
    "رجل امرأة مرأة شاب شابة فتى فتاة صبي صبية طفل طفلة ولد بنت غلام شيخ عجوز رجال نساء فتيان فتيات أولاد"
    " أطفال ناس قوم جماعة شعب جمهور جميع كل حاضرون ضيوف خادم خادمة خدم جارية جوار حارس حراس جندي جنود بواب"
    " سائق راوي راو راوية قاص كاتب مؤلف متكلم قارئ بطل بطلة شخصية صديق صديقة رفيق رفيقة صاحب صاحبة جار"
    " جارة غريب غريبة ضيف زائر حبيب حبيبة عاشق زوج زوجة أب أم أخ أخت ابن ابنة عم عمة خال خالة جد جدة والد"
    " والدة سيدة سيد إنسان شخص أشخاص مجهول مجهولة ملاك شيطان الله إله رب"
)
_KIN = (
    "أب أبو أبا أبي أم أخ أخو أخا أخي أخت ابن ابنت بنت ولد والد والدت زوج زوجت عم عمت خال خالت جد جدت"
    " حبيب حبيبت صديق صديقت"
)
_POSSESSORS = ("ه", "ها", "هم", "هما", "ي", "ك", "نا", "كم")
_THEIRS = frozenset(fold(kin) + whose for kin in _KIN.split() for whose in _POSSESSORS)
_WORD = re.compile(r"\w+")
_NAMES_TOO = folded_words("أبي حبيب صديق غريب ملاك سيد")
"""Bare they may be somebody's name."""
_NOT_NAMES = (_PRONOUNS | _NOUNS | _THEIRS | {"ال" + noun for noun in _NOUNS}) - _NAMES_TOO
_TITLES_BESIDE = TITLES | RANKS_BEHIND


def is_name(form: str) -> bool:
    """Whether a form can name a person; a title alone («الدكتور») can, and «سيدة الملك»."""
    words = _WORD.findall(fold(form))
    if not any(character.isalpha() for character in form):
        return False
    others = [word for word in words if word not in _TITLES_BESIDE or word in _NOUNS]
    if not others:
        return True
    is_construct = words[-1] not in others and not words[0].startswith("ال")
    return is_construct or not all(word in _NOT_NAMES for word in others)
