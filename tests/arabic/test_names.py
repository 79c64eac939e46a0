"""A name is taken apart into its parts."""

from bookanalysis.arabic.names import NameParts, parse_name


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
