"""The rules by which two Arabic names may mean one person."""

from collections.abc import Iterable

from bookanalysis.arabic.names import FEMALE_TITLES, MALE_TITLES, NameParts

_SHORTEST_WITH_ENDING = 4


def may_be_one(name: NameParts, forms: Iterable[NameParts]) -> bool:
    """Whether a name fits a person known by these forms: it agrees with one and contradicts none."""
    forms = list(forms)
    return any(_agree(name, form) for form in forms) and not any(_contradict(name, form) for form in forms)


def fullness(name: NameParts) -> tuple[int, int, int]:
    """How much a form tells of the person: «سلمى كرامة» over «سلمى» over «أم سعد» over «السيدة»."""
    kind = 2 if name.given else 1 if not name.is_bare_title else 0
    return kind, len(name.given) + min(len(name.fathers), 1), len(name.ranks)


def _agree(name: NameParts, form: NameParts) -> bool:
    if name.is_bare_title or form.is_bare_title:
        return _share_title(name, form)
    if name.kunya and name.kunya == form.kunya:
        return True
    if name.given and form.given:
        shorter, longer = sorted((name, form), key=lambda parts: len(parts.given))
        return _is_short_for(shorter, longer)
    return bool(name.fathers) and name.fathers == form.fathers and name.given == form.given == ()


def _share_title(name: NameParts, form: NameParts) -> bool:
    return bool(set(name.titles) & set(form.titles))


def _is_short_for(shorter: NameParts, longer: NameParts) -> bool:
    if _same_word(shorter.given[0], longer.given[0]):
        others = {*longer.given[1:], *longer.fathers}
        return all(any(_same_word(word, other) for other in others) for word in shorter.given[1:])
    return len(shorter.given) == 1 < len(longer.given) and _same_word(shorter.given[0], longer.given[-1])


def _same_word(one: str, other: str) -> bool:
    """The same word, or one of them with the ending of the accusative («سعدا») or without the article."""
    if one == other:
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(longer) >= _SHORTEST_WITH_ENDING and longer in (shorter + "ا", "ال" + shorter)


def _contradict(name: NameParts, form: NameParts) -> bool:
    if {_gender(name), _gender(form)} == {"female", "male"}:
        return True
    if name.kunya and form.kunya and name.kunya != form.kunya:
        return True
    if name.fathers and form.fathers and name.given == form.given and name.fathers[0] != form.fathers[0]:
        return True
    if len(name.given) > 1 and len(form.given) > 1:
        shorter, longer = sorted((name, form), key=lambda parts: len(parts.given))
        return not _is_short_for(shorter, longer)
    return False


def _gender(name: NameParts) -> str | None:
    if (name.kunya and name.kunya[0] == "ام") or any(title in FEMALE_TITLES for title in name.titles):
        return "female"
    if name.kunya or name.ranks or any(title in MALE_TITLES for title in name.titles):
        return "male" if "هانم" not in name.ranks and "خاتون" not in name.ranks else "female"
    return None
