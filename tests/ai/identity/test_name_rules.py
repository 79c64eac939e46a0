"""One set of rules says whether two names may be one person's."""

import pytest

from bookanalysis.ai.identity.name_rules import contradict, fullness, may_be_one
from bookanalysis.arabic.names import parse_name


def may_be(name: str, *forms: str) -> bool:
    return may_be_one(parse_name(name), [parse_name(form) for form in forms])


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("أبو هلال", "أبو هلال منذر بن رشد"),
        ("أبا الهلال", "أبو هلال"),
        ("منذر بن رشد", "أبو هلال منذر بن رشد"),
        ("ابن رشد", "منذر بن رشد"),
        ("بنت رشد", "لميس بنت رشد"),
        ("المنبجي", "غالب المنبجي"),
        ("غالبا", "غالب المنبجي"),
        ("منذر بن غسان", "منذر بن رشد بن غسان"),
        ("ضياء الدين رائد الحمصي", "رائد الحمصي"),
        ("ضياء الدين الحمصي", "ضياء الدين رائد الحمصي"),
        ("رائد ضياء الدين", "ضياء الدين"),
        ("رائد باشا الحمصي", "رائد الحمصي"),
        ("لميس الحمصية", "لميس هانم"),
        ("الشيخ رائد", "رائد أفندي"),
        ("رءوف", "رؤوف الحمصي"),
        ("فدوى", "فدوي الحمصي"),
        ("أسامه", "أُسامة"),
        ("دي فالوا", "لورين دي فالوا"),
        ("فالوا", "لورين دي فالوا"),
    ],
)
def test_names_that_may_be_one_persons(name, form):
    assert may_be(name, form)
    assert may_be(form, name)


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("سيف الدولة", "رائد بن حمدون"),
        ("أبو هلال بن رشد", "أبو هلال بن غسان"),
        ("أبو هلال منذر", "أبو هلال رائد"),
        ("أبو هلال بن رشد", "منذر بن رشد"),
        ("غسان بن رشد", "لميس بنت غسان بن رشد"),
        ("منذر بن رشد", "رائد بن رشد"),
        ("منذر الحمصي", "منذر بن رشد"),
        ("منذر الكبير", "منذر الصغير"),
        ("الأمير منذر", "منذر بك"),
        ("الكونت فالوا", "البارون فالوا"),
        ("ضياء الدين رائد", "ضياء الدين منذر"),
        ("ضياء الدين رائد", "سيف الدين رائد"),
        ("ابن رشد", "بنت رشد"),
        ("السيدة منذر", "السيد منذر"),
    ],
)
def test_names_that_are_not_one_persons(name, form):
    assert not may_be(name, form)
    assert not may_be(form, name)


def test_a_name_must_contradict_none_of_the_forms():
    assert may_be("منذر", "منذر الحمصي", "منذر")
    assert not may_be("منذر البصري", "منذر", "منذر الحمصي")


def test_stations_that_the_book_joins_are_one_persons():
    assert may_be("منذر بك", "الأمير منذر بك", "الأمير منذر")


def test_a_first_name_does_not_contradict_a_last_name():
    assert not contradict(parse_name("الحمصي"), parse_name("رائد"))


def test_a_full_name_tells_more_than_a_kunya_and_a_kunya_more_than_a_title():
    names = ["لميس الحمصية", "لميس", "أم هلال", "السيدة"]

    assert sorted(names, key=lambda name: fullness(parse_name(name)), reverse=True) == names
