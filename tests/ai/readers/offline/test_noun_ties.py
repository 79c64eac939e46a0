"""A noun ties the one it means to the one it belongs to."""

import pytest

from bookanalysis.ai.readers.offline.noun_ties import noun_ties
from bookanalysis.ai.readers.offline.pronouns import PLAIN, UNSURE
from bookanalysis.ai.readers.offline.speeches import find_speeches
from tests.ai.readers.offline.people import cast_of, said


def ties_of(tables, text):
    cast = cast_of(tables, text)
    return [(*said(tie), tie.weight) for tie in noun_ties(cast, find_speeches(cast))]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("جاء سعد أخو لميس.", ("سعد", "family", "لميس")),
        ("جاءت لميس، أخت منذر، مسرعة.", ("لميس", "family", "منذر")),
        ("كان سعد صديق منذر.", ("سعد", "friend", "منذر")),
        ("دخل سعد وهو تلميذ منذر.", ("سعد", "student", "منذر")),
        ("خرج سعد مع أخته لميس.", ("لميس", "family", "سعد")),
        ("جاءت لميس ومعها صديقتها القديمة سعاد.", ("سعاد", "friend", "لميس")),
        ("سأل سعد عن ابنة عمه لميس.", ("لميس", "family", "سعد")),
        ("نادى سعد خادمته رملة.", ("رملة", "ally", "سعد")),
        ("رأت لميس سعدا، أخاها، في الدار.", ("سعد", "family", "لميس")),
        ("\nسعد:\nخادم لميس.", ("سعد", "ally", "لميس")),
        ("كان لسعد أخت اسمها لميس.", ("لميس", "family", "سعد")),
        ("قال سعد: «هذه أختي لميس.»", ("لميس", "family", "سعد")),
        ("قال سعد لمنذر: «رأيت أختك لميس.»", ("لميس", "family", "منذر")),
        ("كان سعد ابن عم منذر.", ("سعد", "family", "منذر")),
        ("جاء سعد ابن عم أميرنا منذر.", ("سعد", "family", "منذر")),
        ("غاب الناس، ومنذر غلام سعد هنا.", ("منذر", "ally", "سعد")),
        ("خرج سعد إلى قريبه منذر.", ("منذر", "family", "سعد")),
        ("قرأ سعد كتاب أستاذه منذر.", ("منذر", "mentor", "سعد")),
    ],
)
def test_a_noun_with_its_owner_ties(tables, text, tie):
    assert ties_of(tables, text) == [(*tie, PLAIN)]


@pytest.mark.parametrize(
    "text",
    [
        "وقال سعد:\nخادم لميس نائم.",
        "خرج سعد مع أخته. لميس نائمة.",
        "سأل سعد أباه عن لميس.",
        "جاء سعد أخت لميس.",
        "جاء سعد مع أخته ولميس.",
        "قابل سعد ابنة لميس.",
        "قابل سعد عم منذر.",
        "قال سعد: «جاء ابن أبي منذر.»",
        "وأبى سعد أن يخرج مع لميس.",
        "قال سعد: «إن والدي منذر في الدار.»",
    ],
)
def test_a_noun_ties_nobody_it_does_not_belong_to(tables, text):
    assert ties_of(tables, text) == []


def test_a_pronoun_that_may_mean_two_counts_little(tables):
    (tie,) = ties_of(tables, "كان سعد ومنذر في الدار مع أخته لميس.")

    assert tie == ("لميس", "family", "منذر", UNSURE)


def test_the_one_right_before_and_is_the_owner(tables):
    (tie,) = ties_of(tables, "رأى سعد في الدار منذرا وأخته لميس.")

    assert tie == ("لميس", "family", "منذر", PLAIN)


def test_who_does_something_and_speaks_is_the_owner(tables):
    (tie,) = ties_of(tables, "التفت سعد إلى منذر وقال: «هذه ابنتي لميس.»")

    assert tie == ("لميس", "family", "سعد", PLAIN)


def test_my_brother_may_be_a_comrade_but_my_brothers_son_is_not(tables):
    (comrade,) = ties_of(tables, "قال سعد: «هذا أخي منذر.»")
    (nephew,) = ties_of(tables, "قال سعد: «هذا ابن أخي منذر.»")

    assert (comrade[-1], nephew[-1]) == (UNSURE, PLAIN)


def test_someone_without_a_name_may_be_the_owner(tables):
    (tie,) = ties_of(tables, "رأى سعد الغلام ينادي أخته لميس.")

    assert tie == ("لميس", "family", "سعد", UNSURE)
