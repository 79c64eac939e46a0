"""How a book uses a word speaks for or against a name."""

import pytest

from bookanalysis.ai.readers.offline.uses import only_gone_to, use_features
from bookanalysis.ai.readers.offline.words import BookWords


def features(text: str, stem: str, tables) -> dict[str, float]:
    return use_features(BookWords([text], tables), stem)


@pytest.mark.parametrize(
    "text",
    [
        "جاء رجل اسمه طرخون",
        "هي امرأة تدعى طرخون",
        "كان له ولد اسمه «طرخون»",
        "كان اسمها: طرخون",
        "طرخون ثم طرخون وجاء الملقب بطرخون",
    ],
)
def test_a_word_by_which_somebody_is_called_is_seen(text, tables):
    assert features(text, "طرخون", tables)["called"] > 0


@pytest.mark.parametrize("text", ["جاء رجل يا طرخون", "اسمه سعد و طرخون", "طرخون ثم طرخون ومضى بطرخون"])
def test_a_word_that_stands_elsewhere_is_not_called(text, tables):
    assert features(text, "طرخون", tables)["called"] == 0


def test_going_somewhere_is_counted_by_its_share(tables):
    seen = features("مضى إلى طرخون ثم عاد من طرخون وقال طرخون نعم يا طرخون", "طرخون", tables)

    assert seen["gone_to"] == 0.5


def test_particles_are_counted_and_those_of_an_object_apart(tables):
    seen = features("طرخون وطرخون بطرخون طرخون", "طرخون", tables)

    assert seen["with_particle"] == 0.5
    assert seen["with_object_particle"] == 0.25


def test_a_word_on_few_pages_is_less_scattered_than_one_on_all(tables):
    filling = "مضى يوم وجاء آخر " * 40
    together = "قال طرخون " * 4 + filling * 4
    apart = ("قال طرخون " + filling) * 4

    assert features(together, "طرخون", tables)["scattered"] < features(apart, "طرخون", tables)["scattered"]


@pytest.mark.parametrize(
    ("word", "is_nisba"), [("الطرخوني", 1), ("الطرخونيه", 1), ("طرخوني", 0), ("الطرخون", 0)]
)
def test_a_nisba_has_the_article_and_its_ending(word, is_nisba, tables):
    assert features(f"جاء {word} أمس", word, tables)["nisba"] == is_nisba


def test_an_epithet_behind_a_definite_word_may_be_its_attribute(tables):
    seen = features("جاء الرجل الطرخوني ثم قال الطرخوني نعم", "الطرخوني", tables)

    assert seen["attribute"] == 0.5


def test_a_word_without_the_article_is_no_attribute(tables):
    assert features("جاء الرجل طرخون", "طرخون", tables)["attribute"] == 0


def test_what_never_stands_for_a_person_is_only_gone_to():
    never = {"gone_to": 0.5, "vocative": 0.0, "speech": 0.0, "title": 0.0, "strong_left": 0.05}

    assert only_gone_to(never) == 0.5
    assert only_gone_to(never | {"speech": 0.2}) == 0
