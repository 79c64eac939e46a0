"""The parts of an Arabic name: titles, kunya, given names, nasab, and ranks behind it."""

import re
from dataclasses import dataclass

from bookanalysis.arabic.keys import fold


def folded_words(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


FEMALE_TITLES = folded_words(
    "السيدة سيدتي الآنسة آنسة الأميرة الملكة الست ست ستي مدام المدام مسز المسز مس المس مدموازيل المدموازيل"
    " مدموازل المدموازل الحاجة الخالة خالتي العمة عمتي الأخت الدوقة الكونتة الكونتس الكونتيس الكونتيسة"
    " البارونة المركيزة الليدي ليدي اللادي لادي اللايدي لايدي القديسة الدكتورة الأستاذة الشيخة المعلمة"
    " السلطانة الإمبراطورة مولاتي الجارية العجوز الزنجية الراهبة البرنسيس البرنسيسة المرضعة"
)
MALE_TITLES = folded_words(
    "السيد سيدي سي سيدنا الأستاذ أستاذ الدكتور دكتور الطبيب الشيخ شيخ الأمير الملك الحاج حاج المعلم مولاي"
    " مولانا القاضي الوزير القائد الضابط المهندس مسيو المسيو موسيو الموسيو السير اللورد لورد الكونت كونت"
    " المستر مستر الدوق البارون بارون الماركيز المركيز الكولونيل الكولونل الجنرال الكابتن كابتن القبطان"
    " المفتش الخواجة خواجة العم عمي الأب الأخ أبونا المطران القديس القس القسيس السلطان الخليفة الباشا البك"
    " الأنبا البطريرك الأسقف الراهب النبي الإمام الأسطى أسطى الرئيس العمدة المحامي البروفيسور بروفيسور"
    " الصاغ اليوزباشي الشاويش الملازم البكباشي القيصر الإمبراطور البرنس السنيور سنيور الهر الكردينال"
    " الزنجي الفارس الكاواليير الشفاليه"
)
TITLES = FEMALE_TITLES | MALE_TITLES
RANKS_BEHIND = folded_words("بك بيك باشا أفندي هانم آغا أغا خاتون بيه")
FATHER_OF = folded_words("أبو أبا أبي")
MOTHER_OF = folded_words("أم")
SON_OF = folded_words("بن ابن")
DAUGHTER_OF = folded_words("بنت ابنة")
NASAB = SON_OF | DAUGHTER_OF

_WORD = re.compile(r"\w+")
_JOINED = re.compile(
    r"\b(?:(عبد|عبيد) (ال\w{3,})"
    r"|(عبد|عبيد|جاد|سعد|فضل|هبه|حسب|خلف|جار|امه|ضيف|حمد|فتح|عوض|نعمه|عطا|نصر) (الله)"
    r"|(\w{2,8}) (الدين|الدوله))\b"
)


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart, all in folded form.

    `given` are the words of the name itself («سلمى كرامة»), compounds joined («عبدالله»); `fathers` what
    stands after بن or بنت; `kunya` the child's name behind أبو («ابو») or أم.
    """

    titles: tuple[str, ...] = ()
    kunya: tuple[str, str] | None = None
    given: tuple[str, ...] = ()
    fathers: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()

    @property
    def is_bare_title(self) -> bool:
        return not (self.kunya or self.given or self.fathers)


def parse_name(name: str) -> NameParts:
    """Take a name apart. What is only titles stays titles («الشيخ»)."""
    words = _WORD.findall(_JOINED.sub(lambda match: "".join(filter(None, match.groups())), fold(name)))
    titles = _take_while(words, TITLES)
    ranks = tuple(word for word in words if word in RANKS_BEHIND)
    words = [word for word in words if word not in RANKS_BEHIND]
    given: list[str] = []
    fathers: list[str] = []
    kunya = None
    while words:
        word = words.pop(0)
        if word in FATHER_OF | MOTHER_OF and words and not fathers:
            kunya = ("ام" if word in MOTHER_OF else "ابو", words.pop(0))
        elif word in NASAB and words:
            fathers.append(_father(words))
        else:
            (fathers if fathers else given).append(word)
    return NameParts(titles, kunya, tuple(given), tuple(fathers), ranks)


def _father(words: list[str]) -> str:
    word = words.pop(0)
    if word in FATHER_OF | MOTHER_OF and words:
        return f"ابو {words.pop(0)}"
    return word


def _take_while(words: list[str], wanted: frozenset[str]) -> tuple[str, ...]:
    taken = []
    while words and words[0] in wanted:
        taken.append(words.pop(0))
    return tuple(taken)
