"""The words around a place tell whether a name stands there."""

import pytest

from bookanalysis.ai.readers.offline.signs import Signs, share_of_names, sign_features
from bookanalysis.ai.readers.offline.words import BookWords


def log_odds(text: str, key: str, tables) -> float:
    words = BookWords([text], tables)
    return Signs(words, tables).log_odds(words.keys.index(key))


@pytest.mark.parametrize(
    ("name_there", "word_there"),
    [
        ("ثم قال جدران: تعال", "ثم بنى جدران الدار"),
        ("اسمع يا جدران ما أقول", "كان بين جدران عالية"),
        ("جاء الشيخ جدران أمس", "رأيت ثلاثة جدران هناك"),
    ],
)
def test_a_place_of_a_name_is_told_whichever_word_stands_there(name_there, word_there, tables):
    assert log_odds(name_there, "جدران", tables) > log_odds(word_there, "جدران", tables)


def test_a_neighbour_that_is_certainly_a_name_counts_as_any_such_name(tables):
    words = BookWords(["جاء صخر بن شفيق", "جاء صخر بن منذر"], tables)
    signs = Signs(words, tables)
    first, second = words.occurrences["صخر"]

    assert signs.around(first) == signs.around(second)


def test_many_places_say_more_than_one():
    once = sign_features([1.0], base=-4.0)
    often = sign_features([1.0] * 20, base=-4.0)

    assert often["sign_mean"] == once["sign_mean"]
    assert often["sign_mean_if_frequent"] > once["sign_mean_if_frequent"]


def test_the_share_of_names_is_between_all_and_none():
    base = -4.0

    only_names = share_of_names([1.0] * 6, base)
    half = share_of_names([1.0] * 5 + [-8.0] * 5, base)
    no_names = share_of_names([-8.0] * 6, base)

    assert no_names < 0.1
    assert half == pytest.approx(0.5, abs=0.1)
    assert only_names > 0.9
