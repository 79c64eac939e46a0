"""The parts of an Arabic name: titles, kunya, given names, nasab, and ranks behind it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

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
_CALLED_TITLES = folded_words("أمير أميرة")
"""Titles without the article before a name («يا أمير سعد»); alone they may be a name."""
RANKS_BEHIND = folded_words("بك بيك باشا أفندي هانم آغا أغا خاتون بيه")
FEMALE_RANKS = folded_words("هانم خاتون")
NOBLE_PARTICLES = folded_words("دي دى دو فون دال")
"""They open the name of a foreign house: «دي لاتور»."""
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
_LAQAB = re.compile(r"\w{2,}(?:الدين|الدوله)")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart, all in folded form.

    `given` are the words of the name itself with laqab, nisba and house («سلمى كرامة», «بول دي لاتور»),
    compounds joined («عبدالله»), a house one word; `fathers` what stands after بن or بنت, of which
    `child_of` is the first; `kunya` the child's name behind أبو («ابو») or أم. `titles` and `ranks` may
    have stood before, between or behind the words of the name.
    """

    titles: tuple[str, ...] = ()
    kunya: tuple[str, str] | None = None
    given: tuple[str, ...] = ()
    fathers: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    child_of: str = ""

    @property
    def is_bare_title(self) -> bool:
        return not (self.kunya or self.given or self.fathers)

    @property
    def is_short(self) -> bool:
        """One word of a name or a kunya alone, whoever's («سعد», «ابن سعد», «دي لاتور», «أبو فراس»)."""
        return bool(self.kunya) + len(self.given) + len(self.fathers) == 1

    @property
    def laqabs(self) -> tuple[str, ...]:
        """The names of honour («صلاحالدين», «سيفالدوله»)."""
        return tuple(word for word in self.given if _LAQAB.fullmatch(word))

    @property
    def without_laqabs(self) -> "NameParts":
        """The name as it is without them, if anything else is given."""
        rest = tuple(word for word in self.given if not _LAQAB.fullmatch(word))
        return replace(self, given=rest) if rest and len(rest) < len(self.given) else self

    @property
    def further(self) -> tuple[str, ...]:
        """What is said beyond the first word of the name."""
        return (*self.given[1:], *self.fathers)


def parse_name(name: str) -> NameParts:
    """Take a name apart. What is only titles stays titles («الشيخ»)."""
    return name_parts(
        _WORD.findall(_JOINED.sub(lambda match: "".join(filter(None, match.groups())), fold(name)))
    )


def name_parts(words: Iterable[str]) -> NameParts:
    """The same from folded words, compounds joined."""
    rest = list(words)
    titles = _take_titles(rest)
    ranks = [word for word in rest if word in RANKS_BEHIND]
    rest = [word for word in rest if word not in RANKS_BEHIND]
    given: list[str] = []
    fathers: list[str] = []
    kunya = None
    child_of = ""
    while rest:
        word = rest.pop(0)
        if word in FATHER_OF | MOTHER_OF and rest and not fathers:
            kunya = ("ام" if word in MOTHER_OF else "ابو", rest.pop(0))
        elif word in NASAB and rest:
            child_of = child_of or ("بنت" if word in DAUGHTER_OF else "بن")
            fathers.append(_father(rest))
        elif word in TITLES and word.startswith("ال") and (given or kunya):
            titles.append(word)
        else:
            (fathers if fathers else given).append(_house(word, rest))
    return NameParts(tuple(titles), kunya, tuple(given), tuple(fathers), tuple(ranks), child_of)


def _take_titles(words: list[str]) -> list[str]:
    taken = []
    while words and words[0] in TITLES:
        taken.append(words.pop(0))
    if len(words) > 1 and words[0] in _CALLED_TITLES and words[1] not in NASAB | RANKS_BEHIND:
        taken.append("ال" + words.pop(0))
    return taken


def _father(words: list[str]) -> str:
    word = words.pop(0)
    if word in FATHER_OF | MOTHER_OF and words:
        return f"ابو {words.pop(0)}"
    return word


def _house(word: str, words: list[str]) -> str:
    return f"{word} {words.pop(0)}" if word in NOBLE_PARTICLES and words else word
