"""A name is taken apart into its parts."""

import pytest

from bookanalysis.arabic.names import NameParts, name_parts, parse_name


def test_titles_and_ranks_stand_around_the_name():
    assert parse_name("الأستاذ رائد بك") == NameParts(titles=("الاستاذ",), given=("رائد",), ranks=("بك",))


def test_a_kunya_keeps_its_role_in_every_case_form():
    assert parse_name("أبا هلال").kunya == parse_name("أبي هلال").kunya == ("ابو", "هلال")
    assert parse_name("أم هلال").kunya == ("ام", "هلال")


def test_a_nasab_names_the_fathers():
    parts = parse_name("منذر بن أبي هلال بن غسان")

    assert parts.given == ("منذر",)
    assert parts.fathers == ("ابو هلال", "غسان")


def test_a_compound_is_one_word_of_the_name():
    assert parse_name("عبد الرحيم").given == ("عبدالرحيم",)
    assert parse_name("نور الدين زنكي").given == ("نورالدين", "زنكي")


def test_titles_alone_are_a_bare_title():
    assert parse_name("السيد الدكتور").is_bare_title
    assert not parse_name("السيد رائد").is_bare_title


def test_a_rank_or_a_title_may_stand_in_the_middle_or_behind():
    assert parse_name("رائد باشا الحمصي") == NameParts(given=("رائد", "الحمصي"), ranks=("باشا",))
    assert parse_name("لميس هانم").ranks == ("هانم",)
    assert parse_name("لميس العجوز") == NameParts(titles=("العجوز",), given=("لميس",))


def test_a_kunya_may_stand_before_the_full_name_of_its_owner():
    parts = parse_name("أبو هلال منذر بن رشد الحمصي")

    assert parts.kunya == ("ابو", "هلال")
    assert parts.given == ("منذر",)
    assert parts.fathers == ("رشد", "الحمصي")


def test_a_nasab_tells_a_daughter_from_a_son():
    assert parse_name("لميس بنت رشد").child_of == "بنت"
    assert parse_name("لميس ابنة رشد").child_of == "بنت"
    assert parse_name("منذر ابن رشد").child_of == "بن"


def test_a_foreign_house_is_one_word_of_the_name():
    assert parse_name("لورين دي فالوا").given == ("لورين", "دي فالوا")
    assert parse_name("مدام دي فالوا").given == ("دي فالوا",)


def test_a_laqab_is_told_from_the_rest_of_the_name():
    parts = parse_name("ضياء الدين رائد الحمصي")

    assert parts.laqabs == ("ضياءالدين",)
    assert parts.without_laqabs.given == ("رائد", "الحمصي")


def test_a_laqab_alone_is_the_name():
    assert parse_name("ضياء الدين").without_laqabs.given == ("ضياءالدين",)


@pytest.mark.parametrize("name", ["منذر", "ابن رشد", "أبو هلال", "دي فالوا", "عبد الرحيم", "الأمير منذر"])
def test_one_word_or_a_kunya_is_a_short_name(name):
    assert parse_name(name).is_short


@pytest.mark.parametrize("name", ["منذر الحمصي", "منذر بن رشد", "أبو هلال منذر", "الأمير"])
def test_two_words_or_a_title_are_no_short_name(name):
    assert not parse_name(name).is_short


def test_words_that_are_folded_already_give_the_same_parts():
    assert name_parts(["الشيخ", "منذر", "بن", "رشد"]) == parse_name("الشيخ منذر بن رشد")


@pytest.mark.parametrize("name", ["", "بن", "أبو", "دي", "الشيخ بن"])
def test_what_is_cut_off_is_taken_as_it_stands(name):
    assert parse_name(name).kunya is None


def test_a_prince_who_is_called_by_title_and_name_bears_the_title():
    assert parse_name("أمير رائد") == parse_name("الأمير رائد")


@pytest.mark.parametrize("name", ["أمير", "أمير بن رشد", "أمير بك"])
def test_a_man_may_be_named_like_a_title(name):
    assert parse_name(name).given == ("امير",)
