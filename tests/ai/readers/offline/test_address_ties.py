"""How people call each other ties them."""

import pytest

from bookanalysis.ai.readers.offline.address_ties import address_ties
from bookanalysis.ai.readers.offline.speeches import find_speeches
from tests.ai.readers.offline.people import cast_of, said


def ties_of(tables, text):
    cast = cast_of(tables, text)
    return address_ties(cast, find_speeches(cast))


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("قالت لميس لمنذر: «نعم يا أبي.»", ("لميس", "family", "منذر")),
        ("قال سعد للميس: «اسمعي يا حبيبتي.»", ("سعد", "romantic", "لميس")),
        ("قال سعد لمنذر: «علمني يا أستاذي.»", ("سعد", "student", "منذر")),
        ("قال سعد لمنذر: «اسمع يا صديقي.»", ("سعد", "friend", "منذر")),
        ("قال سعد لمنذر: «نعم يا مولاي.»", ("سعد", "ally", "منذر")),
    ],
)
def test_a_call_ties_the_speaker_to_the_one_called(tables, text, tie):
    assert [said(found) for found in ties_of(tables, text)] == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "قال سعد لمنذر: «نعم يا أخي.»",
        "قال سعد لمنذر: «نعم يا ولدي.»",
        "قال سعد لمنذر: «نعم يا سيدي.»",
        "قال سعد لمنذر: «نعم يا أمي.»",
        "قال: «نعم يا أبي.»",
        "قالت لميس لسعاد: «نعم يا حبيبتي.»",
        "قالت لميس للقس منذر: «نعم يا أبي.»",
    ],
)
def test_a_call_that_is_said_to_many_ties_nobody(tables, text):
    assert ties_of(tables, text) == []


def test_an_aunt_is_often_any_elder_woman(tables):
    (aunt,) = ties_of(tables, "قال سعد للميس: «نعم يا خالتي.»")
    (mother,) = ties_of(tables, "قال سعد للميس: «نعم يا أمي.»")

    assert aunt.weight < mother.weight


def test_two_who_call_each_other_lord_are_only_polite(tables):
    text = "قال سعد لمنذر: «نعم يا مولاي.» فقال منذر لسعد: «لا يا مولاي.»"

    assert ties_of(tables, text) == []


def test_a_call_counts_little_where_the_turn_alone_tells_who_speaks(tables):
    text = "قال منذر للميس: «تعالي.» فقالت: «نعم يا أبي.» ثم قالت لميس لمنذر: «نعم يا أبي.»"

    guessed, named = ties_of(tables, text)

    assert guessed.weight < named.weight
