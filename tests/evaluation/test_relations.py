"""VILLAGE asks for three pairs: one is optional, one with a rare person."""

import pytest

from bookanalysis.evaluation.figures import Counts
from tests.evaluation.golds import VILLAGE, linked, perfect, reading, said, scored

EVERYBODY = perfect(VILLAGE).characters


def found(*links, characters=EVERYBODY):
    score = scored(reading(*characters, links=links))
    return score.pairs, score.typed


def test_a_perfect_reading_has_every_pair_with_its_type():
    score = scored(perfect(VILLAGE))

    assert score.pairs == score.typed == Counts(hits=3, predicted=3, expected=3)


@pytest.mark.parametrize("ends", [("سالم", "هند"), ("هند", "سالم"), ("أم نادر", "أبو نادر")])
def test_order_and_names_of_the_ends_do_not_matter(ends):
    pairs, typed = found(linked(*ends, "family"))

    assert pairs == typed == Counts(hits=1, predicted=1, expected=3)


@pytest.mark.parametrize(("kind", "hits"), [("family", 1), ("romantic", 1), ("enemy", 0)])
def test_any_type_that_the_gold_accepts_is_right(kind, hits):
    pairs, typed = found(linked("سالم", "هند", kind))

    assert pairs.hits == 1
    assert typed.hits == hits


def test_a_pair_said_twice_is_one_pair_and_one_right_type_is_enough():
    pairs, typed = found(linked("سالم", "هند", "enemy"), linked("هند", "سالم", "family"))

    assert pairs == typed == Counts(hits=1, predicted=1, expected=3)


def test_a_pair_that_the_gold_does_not_have_is_wrong():
    assert found(linked("جابر", "هند", "friend"))[0] == Counts(hits=0, predicted=1, expected=3)


def test_a_person_linked_to_itself_is_wrong():
    assert found(linked("سالم", "أبو نادر", "family"))[0] == Counts(hits=0, predicted=1, expected=3)


def test_a_duplicate_linked_to_its_person_is_linked_to_itself():
    characters = [said("سالم"), said("أبو نادر")]

    pairs, _ = found(linked("سالم", "أبو نادر", "family"), characters=characters)

    assert pairs == Counts(hits=0, predicted=1, expected=3)


def test_a_link_to_nobody_is_wrong():
    characters = [*EVERYBODY, said("القاهرة")]

    pairs, _ = found(linked("سالم", "القاهرة", "friend"), characters=characters)

    assert pairs == Counts(hits=0, predicted=1, expected=3)


@pytest.mark.parametrize("other", ["الراعي", "راعي الغنم", "ليلى"])
def test_a_pair_with_an_optional_or_rare_figure_does_not_count(other):
    characters = [*EVERYBODY, said("راعي الغنم", "الراعي")]

    pairs, _ = found(linked("هند", other, "family"), characters=characters)

    assert pairs == Counts(hits=0, predicted=0, expected=3)
