import pytest

from bookanalysis.evaluation.names import name_key, name_keys, without_titles


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("أَحْمَد", "احمد"),
        ("فاطمة", "فاطمه"),
        ("على", "علي"),
        ("سـالم", "سالم"),
        ("«هند»،", "هند"),
        ("O'Brien", "o brien"),
    ],
)
def test_a_name_is_the_same_in_every_spelling(name, same):
    assert name_key(name) == same


def test_a_name_that_comes_twice_or_is_empty_has_one_key_or_none():
    assert name_keys(["إيمان", "ايمان", "—", "هدى"]) == ("ايمان", "هدي")


@pytest.mark.parametrize(
    ("key", "rest"),
    [
        ("الامير امين", "امين"),
        ("السيد الدكتور رايد باشا", "رايد"),
        ("رايد بك", "رايد"),
        ("الشيخ", "الشيخ"),
        ("mr darcy", "darcy"),
        ("ابو نادر", "ابو نادر"),
    ],
)
def test_titles_go_but_never_the_whole_name(key, rest):
    assert without_titles(key) == rest
