"""Foreign names are spelt unlike Arabic words."""

from bookanalysis.ai.readers.offline.spelling import runs_of, spelling_features


def likeness(word: str, tables) -> float:
    return spelling_features(word, 0.0, tables.spelling)["spelling"]


def test_a_foreign_name_is_more_like_a_name_than_a_word_with_endings(tables):
    assert likeness("فالدرونيس", tables) > likeness("يستخدمونها", tables)
    assert likeness("غرانفيل", tables) > likeness("متعجبا", tables)


def test_a_run_counts_once_and_the_ends_are_marked():
    assert sorted(runs_of("دد")) == sorted({"^", "$", "د", "^د", "دد", "د$", "^دد", "دد$"})


def test_the_spelling_of_a_known_word_says_less(tables):
    assert spelling_features("غرانفيل", 4.0, tables.spelling)["spelling_if_unknown"] == 0.0
