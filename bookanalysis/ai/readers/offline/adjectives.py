"""Adjectives in all forms that agree: man or woman, definite or not, in any case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE
from bookanalysis.ai.readers.offline.inflection import accusative
from bookanalysis.arabic import fold

_FEMININES = {
    "أسود": "سوداء",
    "أبيض": "بيضاء",
    "أشقر": "شقراء",
    "أسمر": "سمراء",
    "أحمر": "حمراء",
    "أزرق": "زرقاء",
}
_FEMININES |= {
    "أخضر": "خضراء",
    "أعرج": "عرجاء",
    "أعمى": "عمياء",
    "أعور": "عوراء",
    "أحمق": "حمقاء",
    "أشيب": "شيباء",
}
_FEMININES |= {
    "قاس": "قاسية",
    "داه": "داهية",
    "وفي": "وفية",
    "ذكي": "ذكية",
    "تقي": "تقية",
    "سخي": "سخية",
    "نقي": "نقية",
}
_BOTH = frozenset(fold("خجول صبور غيور طموح كسول حسود حقود عجوز جسور كتوم ودود").split())


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an adjective: the word as a profile shows it, in the gender of the form."""

    word: str
    gender: str


def forms_of_adjectives(adjectives: Iterable[str]) -> Mapping[str, tuple[Form, ...]]:
    """Each form, folded, with what it may be of; the masculine is given, the rest follows."""
    forms: dict[str, list[Form]] = {}
    for adjective in adjectives:
        hers = _FEMININES.get(adjective, adjective + "ة")
        if fold(adjective) in _BOTH:
            hers = adjective
        for word, gender in ((adjective, MALE), (hers, FEMALE)):
            bare = fold(word)
            endings = {bare, accusative(bare), "ال" + bare}
            if adjective == "قاس" and gender == MALE:
                endings |= {"قاسي", "قاسيا", "القاسي"}
            for form in sorted(endings):
                forms.setdefault(form, []).append(Form(word, gender))
    return {form: tuple(words) for form, words in forms.items()}
