"""A word of the kind that the book's names are is likelier a name."""

from bookanalysis.ai.readers.offline.name_kinds import NameKinds

ALONE = {
    "المعتمد": {"is_definite": 1.0, "spelling": -1.0},
    "المامون": {"is_definite": 1.0, "spelling": -1.0},
    "دارتنيان": {"is_definite": 0.0, "spelling": 3.0},
    "الباب": {"is_definite": 1.0, "spelling": -3.0},
}


def features(names: set[str], word: str) -> dict[str, float]:
    chances = {stem: 0.9 if stem in names else 0.1 for stem in ALONE}
    return NameKinds(ALONE, chances).features(ALONE[word])


def test_a_word_with_the_article_fits_in_with_epithets():
    among_epithets = features({"المعتمد", "المامون"}, "الباب")
    among_others = features({"دارتنيان"}, "الباب")

    assert among_epithets["definite_as_names"] == 1.0
    assert among_others["definite_as_names"] == 0.0


def test_a_word_without_the_article_is_no_epithet_whatever_the_names():
    assert features({"المعتمد"}, "دارتنيان")["definite_as_names"] == 0.0


def test_a_foreign_spelling_says_more_among_foreign_names():
    among_foreign = features({"دارتنيان"}, "دارتنيان")
    among_epithets = features({"المعتمد"}, "دارتنيان")

    assert among_foreign["spelt_as_names"] > among_epithets["spelt_as_names"]


def test_a_book_without_likely_names_says_nothing():
    assert set(features(set(), "الباب").values()) == {0.0}
