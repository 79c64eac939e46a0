"""Forms of one name that grammar makes of each other: «بشيرا» of «بشير», «أمير بشير» of «للأمير بشير»."""

from collections.abc import Iterable

from bookanalysis.arabic.keys import fold

_SHORTEST_WITH_ENDING = 4
_ARTICLE = "ال"


def distinct_forms(forms: Iterable[str]) -> list[str]:
    """One form of each name, as it stands in a dictionary if it is there, in order of first mention."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for form in dict.fromkeys(forms):
        groups.setdefault(_key(form), []).append(form)
    return [max(group, key=_plainness) for group in groups.values()]


def same_form(one: str, other: str) -> bool:
    return _key(one) == _key(other)


def _key(form: str) -> tuple[str, ...]:
    """The words without the ending of the accusative, the first one without its article."""
    first, *others = fold(form).split() or [""]
    return _without_ending(first.removeprefix(_ARTICLE) or first), *map(_without_ending, others)


def _without_ending(word: str) -> str:
    return word[:-1] if word.endswith("ا") and len(word) >= _SHORTEST_WITH_ENDING else word


def _plainness(form: str) -> tuple[int, bool]:
    words = fold(form).split()
    return -sum(word.endswith("ا") for word in words), fold(form).startswith(_ARTICLE)
