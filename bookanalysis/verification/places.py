"""What a claim names as its place: is it there, and does it say so?"""

import re
from collections.abc import Collection

from bookanalysis.arabic import FoldedText, fold, same_form
from bookanalysis.arabic.clitics import LAM_WITH_ARTICLE, PROCLITICS, forms_with_particle
from bookanalysis.arabic.marks import MARKS
from bookanalysis.profile import Fact, FactKind, RelationshipType
from bookanalysis.verification.report import Why

_PARTICLES = frozenset(("", *PROCLITICS, *LAM_WITH_ARTICLE))
_MORE_LETTERS = re.compile(rf"(?:{MARKS.pattern})?\w")
_BEGINNING_OF_WORD = re.compile(rf"(?:\w|{MARKS.pattern})*\Z")
_LONGEST_PARTICLE = 12
"""With its vowel marks."""
_TYPES = frozenset(kind.value for kind in RelationshipType)


def fault_of_fact(fact: Fact, text: str, characters: Collection[str]) -> Why | None:
    """What is wrong with a fact, given its chunk's text and the characters of its book."""
    if not 0 <= fact.start < fact.end <= len(text):
        return Why.OUTSIDE_CHUNK
    if text[fact.start : fact.end] != fact.quote:
        return Why.QUOTE_DIFFERS
    if fact.character not in characters:
        return Why.CHARACTER_NOT_IN_BOOK
    if fact.kind is FactKind.RELATIONSHIP:
        return _fault_of_relationship(fact, characters)
    if fact.kind in (FactKind.NAME, FactKind.ALIAS) and not _names(fact.quote, fact.value):
        return Why.NAME_NOT_IN_QUOTE
    return None


def fault_of_mention(start: int, end: int, text: str, names: Collection[str]) -> Why | None:
    """What is wrong with a mention; `names` are the keys of the character's names."""
    if not 0 <= start < end <= len(text):
        return Why.OUTSIDE_CHUNK
    form = key_of(text[start:end])
    if not _is_whole(start, end, text):
        return Why.NOT_WHOLE_WORDS
    if form in names or any(_is_form_of(form, name) for name in names):
        return None
    return Why.NOT_A_NAME_OF_THE_CHARACTER


def key_of(name: str) -> str:
    """The name, folded, with one space between its words; a line may end within a name."""
    return " ".join(fold(name).split())


def _is_whole(start: int, end: int, text: str) -> bool:
    """Whether a span begins with a word or behind its particle, and ends with a word."""
    if text[start].isspace() or text[end - 1].isspace() or _MORE_LETTERS.match(text, end):
        return False
    before = _BEGINNING_OF_WORD.search(text[max(0, start - _LONGEST_PARTICLE) : start])
    return before is not None and fold(before.group()) in _PARTICLES


def _fault_of_relationship(fact: Fact, characters: Collection[str]) -> Why | None:
    if fact.other == fact.character or fact.other not in characters:
        return Why.NOT_TWO_CHARACTERS
    if fact.key not in _TYPES:
        return Why.UNKNOWN_TYPE
    return None


def _names(quote: str, name: str) -> bool:
    return quote == name or any(True for _ in FoldedText(quote).find([name]))


def _is_form_of(form: str, name: str) -> bool:
    """The name in another case, or with a particle joined to it."""
    return any(same_form(form, joined) for _, joined in forms_with_particle(name))
