"""Expected figures are counted by hand: VILLAGE asks for five persons, of 60, 30, 12, 6 and 3 mentions."""

import pytest

from bookanalysis.evaluation.figures import Counts, Share
from bookanalysis.profile import Role
from tests.evaluation.golds import VILLAGE, perfect, reading, said, scored


def test_a_perfect_reading_finds_all_that_are_asked_for():
    score = scored(perfect(VILLAGE))

    assert score.characters == Counts(hits=5, predicted=5, expected=5)
    assert score.mentions == Share(111, 111)
    assert score.roles == Share(6, 6)


def test_precision_and_recall_are_of_characters():
    score = scored(reading(said("سالم"), said("جابر"), said("القاهرة")))

    assert score.characters.precision == pytest.approx(2 / 3)
    assert score.characters.recall == pytest.approx(2 / 5)
    assert score.characters.f1 == pytest.approx(2 * 2 / (3 + 5))
    assert score.mentions.value == pytest.approx((60 + 3) / 111)


def test_an_empty_reading_finds_nobody():
    score = scored(reading())

    assert score.characters.precision is None
    assert score.characters.recall == 0
    assert score.characters.f1 == 0


def test_one_person_told_as_two_is_a_duplicate():
    score = scored(reading(said("سالم"), said("أبو نادر"), said("هند")))

    assert score.duplicates == 1
    assert score.characters == Counts(hits=2, predicted=3, expected=5)


def test_two_persons_told_as_one_are_over_merged_and_one_of_them_is_missed():
    score = scored(reading(said("سالم", "هند")))

    assert score.over_merged == 1
    assert score.characters == Counts(hits=1, predicted=1, expected=5)


def test_who_is_not_in_the_book_is_spurious():
    score = scored(reading(said("سالم"), said("القاهرة")))

    assert score.spurious == 1
    assert score.characters.predicted == 2


@pytest.mark.parametrize("name", ["راعي الغنم", "الراعي", "كوثر"])
def test_an_optional_figure_is_neither_rewarded_nor_punished(name):
    score = scored(reading(said("سالم"), said(name)))

    assert score.characters == Counts(hits=1, predicted=1, expected=5)
    assert score.spurious == 0


def test_a_rare_character_is_neither_rewarded_nor_punished():
    score = scored(reading(said("سالم"), said("ليلى")))

    assert score.characters == Counts(hits=1, predicted=1, expected=5)


def test_a_distractor_is_wrong_and_counted_apart():
    score = scored(reading(said("سالم"), said("عنترة")))

    assert (score.distractors, score.spurious) == (1, 0)
    assert score.characters.predicted == 2


def test_recall_is_told_by_frequency():
    score = scored(reading(said("هند"), said("حسان"), said("جابر")))

    assert score.rare_band == Share(1, 1)
    assert score.middle_band == Share(1, 2)
    assert score.frequent_band == Share(1, 2)


@pytest.mark.parametrize(("role", "right"), [(Role.MAIN, 1), (Role.SECONDARY, 1), (Role.MINOR, 0)])
def test_any_role_that_the_gold_accepts_is_right(role, right):
    score = scored(reading(said("هند", role=role)))

    assert score.roles == Share(right, 1)
