"""The rules by which two Arabic names may mean one person; the cast and the whole-book look share them."""

from collections.abc import Callable, Collection

from bookanalysis.ai.identity.name_gender import gender_of_name
from bookanalysis.ai.identity.spelling import same_word
from bookanalysis.ai.identity.stations import stations_differ, stations_of
from bookanalysis.arabic.names import NameParts

SameWord = Callable[[str, str], bool]


def may_be_one(name: NameParts, forms: Collection[NameParts], same: SameWord = same_word) -> bool:
    """Whether a name fits a person known by these forms: it agrees with one and contradicts none.

    `same` says when two spellings are one word.
    """
    return any(agree(name, form, same) for form in forms) and not contradict_any(name, forms, same)


def fullness(name: NameParts) -> tuple[int, int, int]:
    """How much a form tells of the person: «سلمى كرامة» over «سلمى» over «أم سعد» over «السيدة»."""
    kind = 2 if name.given else 1 if not name.is_bare_title else 0
    return kind, len(name.given) + min(len(name.fathers), 1), len(name.ranks)


def agree(name: NameParts, form: NameParts, same: SameWord = same_word) -> bool:
    """Whether something in both names says that they are one person's."""
    if name.is_bare_title or form.is_bare_title:
        return bool(set(name.titles) & set(form.titles))
    if name.kunya and form.kunya:
        return _same_kunya(name, form, same)
    if name.given and form.given:
        return (
            _is_short(name, form, same)
            or bool(set(name.laqabs) & set(form.laqabs))
            or _is_short(name.without_laqabs, form.without_laqabs, same)
        )
    return _is_known_by_father(name, form, same) or _is_known_by_father(form, name, same)


def contradict_any(name: NameParts, forms: Collection[NameParts], same: SameWord = same_word) -> bool:
    """Whether a name cannot be that of a person known by these forms."""
    if any(contradict(name, form, same) for form in forms):
        return True
    short = [form for form in (name, *forms) if form.is_short]
    held = frozenset[str]().union(*(stations_of(form) for form in forms))
    return bool(short) and stations_differ(stations_of(name), held)


def contradict(name: NameParts, form: NameParts, same: SameWord = same_word) -> bool:
    """Whether two names cannot be one person's: gender, kunya, father, surname or first name differ."""
    if {gender_of_name(name), gender_of_name(form)} == {"female", "male"}:
        return True
    if _differ_in_honours(name, form, same):
        return True
    if name.fathers and form.fathers and not _one_line(name.fathers, form.fathers, same):
        return True
    is_full = (name.kunya and form.kunya) or (name.laqabs and form.laqabs)
    name, form = name.without_laqabs, form.without_laqabs
    if not (name.given and form.given) or name.laqabs or form.laqabs:
        return False
    if name.further and form.further:
        return not _is_short(name, form, same)
    return bool(is_full) and _first_names_differ(name.given[0], form.given[0], same)


def _differ_in_honours(name: NameParts, form: NameParts, same: SameWord) -> bool:
    if name.kunya and form.kunya and not _same_kunya(name, form, same):
        return True
    return bool(name.laqabs and form.laqabs) and not set(name.laqabs) & set(form.laqabs)


def _first_names_differ(one: str, other: str, same: SameWord) -> bool:
    """Two names behind one kunya or laqab; a nisba or epithet («المتنبي») may stand for either."""
    return not (one.startswith("ال") or other.startswith("ال") or same(one, other))


def _is_short(name: NameParts, form: NameParts, same: SameWord) -> bool:
    shorter, longer = sorted((name, form), key=_length)
    return _is_short_for(shorter, longer, same)


def _length(name: NameParts) -> tuple[int, int]:
    return len(name.further), len(name.given)


def _same_kunya(name: NameParts, form: NameParts, same: SameWord) -> bool:
    return bool(
        name.kunya and form.kunya and name.kunya[0] == form.kunya[0] and same(name.kunya[1], form.kunya[1])
    )


def _is_short_for(shorter: NameParts, longer: NameParts, same: SameWord) -> bool:
    """«سعد بن رشد» for «سعد البصري بن رشد»; and «البصري», the last name alone."""
    if same(shorter.given[0], longer.given[0]):
        return _within(shorter.further, longer.further, same)
    if shorter.fathers:
        return False
    return len(shorter.given) < len(longer.given) and all(
        map(same, shorter.given, longer.given[-len(shorter.given) :])
    )


def _is_known_by_father(name: NameParts, form: NameParts, same: SameWord) -> bool:
    """«ابن زيدون» for «أحمد بن زيدون» or «أحمد زيدون», not for «زيدون»."""
    if name.given or name.kunya or not name.fathers:
        return False
    if form.fathers:
        return _within(name.fathers, form.fathers, same)
    return len(form.given) > 1 and same(name.fathers[0], form.given[-1])


def _one_line(fathers: tuple[str, ...], others: tuple[str, ...], same: SameWord) -> bool:
    """Whether one nasab may leave out what the other tells."""
    return _within(fathers, others, same) or _within(others, fathers, same)


def _within(words: tuple[str, ...], others: tuple[str, ...], same: SameWord) -> bool:
    return all(any(same(word, other) for other in others) for word in words)
