"""Aliases that the book tells join characters in the end."""

from bookanalysis.ai.characters import Characters
from bookanalysis.ai.identity import Cast, FoundPerson
from bookanalysis.joins import merges_of
from bookanalysis.profile import Fact, FactKind


def said(character: str, kind: FactKind, value: str) -> Fact:
    return Fact(1, 0, len(value), character, kind, "", value, value)


def met(*names: str) -> tuple[Cast, Characters]:
    """A cast that met each name in a chunk of its own: c1, c2 ..."""
    cast, characters = Cast(), Characters()
    for chunk, name in enumerate(names, 1):
        characters.meet(cast.meet(chunk, [FoundPerson(name, ((0, len(name), name),))]), ())
    return cast, characters


def test_a_character_is_told_once():
    cast, characters = Cast(), Characters()
    person = FoundPerson("غسان", ((0, 4, "غسان"),))

    assert characters.meet(cast.meet(1, [person]), ()) == {"c1": "غسان"}
    assert characters.meet(cast.meet(2, [person]), ()) == {}


def test_an_alias_that_one_other_bears_joins_the_two():
    cast, characters = met("غسان", "سهيل")
    characters.meet((), [said("c1", FactKind.ALIAS, "سُهيل")])

    characters.link_aliases(cast)

    assert merges_of(cast.joins) == {"c2": "c1"}


def test_an_alias_that_two_others_bear_joins_nobody():
    cast, characters = met("منذر الحمصي", "غسان")
    characters.meet(cast.meet(3, [FoundPerson("منذر البصري", ((0, 4, "منذر"),))]), ())
    characters.meet(cast.meet(4, [FoundPerson("منذر الحمصي", ((0, 4, "منذر"),))]), ())
    characters.meet((), [said("c2", FactKind.ALIAS, "منذر")])

    characters.link_aliases(cast)

    assert merges_of(cast.joins) == {}


def test_an_alias_that_is_no_name_joins_nobody():
    cast, characters = met("غسان", "سهيل")
    characters.meet((), [said("c1", FactKind.ALIAS, "الرجل"), said("c2", FactKind.ALIAS, "الرجل")])

    characters.link_aliases(cast)

    assert merges_of(cast.joins) == {}


def test_what_the_book_says_about_gender_keeps_two_apart():
    cast, characters = met("غسان", "ميسون")
    facts = [
        said("c1", FactKind.ALIAS, "ميسون"),
        said("c1", FactKind.GENDER, "male"),
        said("c2", FactKind.GENDER, "female"),
    ]
    characters.meet((), facts)

    characters.link_aliases(cast)

    assert merges_of(cast.joins) == {}


def test_a_gender_that_the_book_says_as_often_as_the_other_counts_for_nothing():
    cast, characters = met("غسان", "ميسون")
    characters.meet(
        (),
        [
            said("c1", FactKind.ALIAS, "ميسون"),
            said("c1", FactKind.GENDER, "male"),
            said("c1", FactKind.GENDER, "female"),
            said("c2", FactKind.GENDER, "female"),
        ],
    )

    characters.link_aliases(cast)

    assert merges_of(cast.joins) == {"c2": "c1"}


def test_what_the_text_tells_is_joined_too():
    cast, characters = Cast(), Characters()
    text = "جاء غسان الملقب بسهيل."
    persons = [FoundPerson("غسان", ((4, 8, "غسان"),)), FoundPerson("سهيل", ((17, 21, "سهيل"),))]
    characters.meet(cast.meet(1, persons, text), ())

    characters.link_aliases(cast)

    assert merges_of(cast.joins) == {"c2": "c1"}
