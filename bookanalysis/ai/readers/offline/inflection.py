"""How Arabic nouns, adjectives and verbs change: owners, gender, case, joined particles."""

from collections.abc import Iterable, Iterator

from bookanalysis.arabic import fold

PARTICLES = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
AND = ("", "و", "ف")
HIS = "ه"
HER = "ها"
MINE = "ي"
YOURS = "ك"
OWNERS = (HIS, HER, MINE, YOURS)
_FIVE = frozenset({"اب", "اخ", "حم"})
"""Nouns that take a long vowel for their case («أبو، أبا، أبي»)."""


def bare_forms(noun: str) -> Iterator[str]:
    """A noun as it stands before the name of the one it belongs to («أخو سعد»)."""
    noun = fold(noun)
    yield noun
    if noun in _FIVE:
        yield from (noun + vowel for vowel in "واي")


def owned_forms(noun: str) -> Iterator[tuple[str, str]]:
    """A noun with the pronoun of its owner, and which («أخته»)."""
    noun = fold(noun)
    for owner in OWNERS:
        if noun in _FIVE and owner != MINE:
            yield from ((noun + vowel + owner, owner) for vowel in "واي")
        elif noun.endswith("ه"):
            yield noun[:-1] + "ت" + owner, owner
        elif noun.endswith("ي") and owner == MINE:
            continue
        else:
            yield noun + owner, owner


def with_particles(form: str, particles: Iterable[str] = PARTICLES) -> Iterator[str]:
    return (particle + form for particle in particles)


def accusative(word: str) -> str:
    """The indefinite accusative, folded («كريما»)."""
    return word if word.endswith(("ه", "اء")) else word + "ا"
