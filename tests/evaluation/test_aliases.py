import pytest

from bookanalysis.evaluation import Gold
from tests.evaluation.golds import VILLAGE, perfect, person, reading, said, scored


def test_a_perfect_reading_has_every_name_in_its_place():
    assert scored(perfect(VILLAGE)).aliases.f1 == 1


def test_a_person_cut_in_two_loses_recall():
    """سالم, سالم الصياد | أبو نادر: the items see 2/3, 2/3 and 1/3 of their person."""
    aliases = scored(reading(said("سالم", "سالم الصياد"), said("أبو نادر"))).aliases

    assert aliases.precision.value == 1
    assert aliases.recall.value == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)


def test_two_persons_in_one_lose_precision():
    """سالم, أبو نادر, هند in one: two items see 2/3 of their own kind, one sees 1/3."""
    aliases = scored(reading(said("سالم", "أبو نادر", "هند"))).aliases

    assert aliases.precision.value == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3)
    assert aliases.recall.value == 1
    assert aliases.f1 == pytest.approx(2 * (5 / 9) / (5 / 9 + 1))


def test_names_that_the_reading_does_not_have_do_not_count():
    aliases = scored(reading(said("سالم", "القاهرة"), said("عنترة"))).aliases

    assert aliases.precision.whole == aliases.recall.whole == 1


def test_no_name_at_all_has_no_figure():
    assert scored(reading(said("القاهرة"))).aliases.f1 is None


def test_a_shared_name_is_right_with_whoever_has_it():
    gold = Gold("بيت أمين", (person("الأمير أمين", 40, "أمين"), person("أمين بك", 20, "أمين")))
    whole = reading(said("الأمير أمين", "أمين"), said("أمين بك"))

    aliases = scored(whole, gold).aliases

    assert aliases.f1 == 1
    assert aliases.precision.whole == 3
