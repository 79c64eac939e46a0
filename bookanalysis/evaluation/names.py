"""When two names are the same to the evaluation."""

import re
from collections.abc import Iterable

from bookanalysis.arabic import fold

_NO_WORD = re.compile(r"[\W_]+")


def name_key(name: str) -> str:
    """The name in folded form, its words alone. Nothing here is a word of the text, so «على» is «علي»."""
    return _NO_WORD.sub(" ", fold(name).replace("ى", "ي").lower()).strip()


def name_keys(names: Iterable[str]) -> tuple[str, ...]:
    """The different keys of the names, in their order."""
    return tuple(dict.fromkeys(key for key in map(name_key, names) if key))


def _words(words: str) -> frozenset[str]:
    return frozenset(map(name_key, words.split()))


# A list of its own: a reader that learns another title must not move the measure.
_TITLES = _words(
    "الأمير أمير الأميرة الملك السلطان الشيخ شيخ المعلم معلم الأستاذ الدكتور دكتور الطبيب الحاج الخواجة"
    " السيد سيد السيدة سيدة سيدي سيدتي الست ستي الآنسة آنسة العم عم القس الأب المطران"
    " المستر مستر المسز مس المس السير اللورد لورد اللايدي لايدي البارون بارون الكونت كونت الكونتة"
    " المسيو مسيو الموسيو موسيو المدام مدام المدموازيل مدموازيل"
    " the old mr mrs miss ms dr sir lady lord count countess captain colonel aunt uncle"
)
_RANKS_BEHIND = _words("بك بيه باشا أفندي أغا آغا هانم")


def without_titles(key: str) -> str:
    """The key without titles before and ranks behind; one word always remains."""
    words = key.split()
    while len(words) > 1 and words[0] in _TITLES:
        words.pop(0)
    while len(words) > 1 and words[-1] in _RANKS_BEHIND:
        words.pop()
    return " ".join(words)
