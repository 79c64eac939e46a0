"""A word among names is likelier a name."""

import pytest

from bookanalysis.ai.readers.offline.neighbours import Neighbours
from bookanalysis.ai.readers.offline.words import BookWords

NAMES = {"لميس": 1.0, "غسان": 1.0, "مقداد": 1.0}


def features(text: str, stem: str, tables, names=NAMES) -> dict[str, float]:
    return Neighbours(BookWords([text], tables), names).features(stem)


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("جاءت لميس طرخون", "name_before"),
        ("جاء طرخون غسان", "name_behind"),
        ("جاء طرخون ولميس وقالت لميس ثم مضت لميس", "name_joined"),
        ("جاءت لميس وطرخون وقال طرخون نعم قال طرخون", "name_joined"),
        ("جاء طرخون بن غسان", "name_in_nasab"),
        ("جاءت لميس بنت طرخون", "name_in_nasab"),
    ],
)
def test_a_name_beside_the_word_is_seen(text, feature, tables):
    assert features(text, "طرخون", tables)[feature] > 0
    assert features(text, "طرخون", tables, names={})[feature] == 0


def test_a_word_behind_a_mark_is_no_neighbour(tables):
    assert features("ذهبت لميس، طرخون", "طرخون", tables)["name_before"] == 0


def test_a_word_is_not_its_own_neighbour(tables):
    names = NAMES | {"طرخون": 1.0}

    assert features("يا طرخون طرخون", "طرخون", tables, names)["name_before"] == 0


def test_an_accusative_knows_its_name(tables):
    assert features("رأيت مقدادا وجاء مقداد", "مقدادا", tables)["accusative_of_name"] == 1.0


def test_words_amid_names_are_nearer_to_names_than_others(tables):
    text = "جاءت لميس طرخون وقال غسان " + "ثم مضى يوم وجاء آخر " * 20 + "سرداب"

    assert features(text, "طرخون", tables)["names_near"] > features(text, "سرداب", tables)["names_near"]
