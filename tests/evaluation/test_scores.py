import pytest

from bookanalysis.evaluation import Prediction, figures_of, figures_together
from bookanalysis.evaluation.prediction import prediction_of
from tests.evaluation.golds import VILLAGE, figures, perfect, reading, said, scored

SHARES = {name for name, figure in figures(perfect(VILLAGE)).items() if isinstance(figure, float)}


def test_a_perfect_reading_has_one_everywhere():
    read = figures(perfect(VILLAGE))

    assert {read[name] for name in SHARES} == {1.0}
    assert {figure for name, figure in read.items() if name not in SHARES} == {0}


def test_books_together_weigh_by_what_is_in_them():
    """One book with 5 of 5, one with 1 of 5 and a duplicate: 6 of 7 said, 6 of 10 asked for."""
    together = figures_together([scored(perfect(VILLAGE)), scored(reading(said("هند"), said("أم نادر")))])

    assert together["precision"] == pytest.approx(6 / 7, abs=1e-4)
    assert together["recall"] == 0.6
    assert together["f1"] == pytest.approx(12 / 17, abs=1e-4)
    assert together["duplicates"] == 1


def test_b_cubed_together_is_told_over_names_and_over_books():
    """The second book has two names, each seeing half of its person: recall 1/2, so F1 2/3.

    Together, 11 names of the first book and 2 of the second: recall (11 + 1) / 13.
    """
    together = figures_together([scored(perfect(VILLAGE)), scored(reading(said("هند"), said("أم نادر")))])

    assert together["b_cubed_f1"] == pytest.approx(2 * (12 / 13) / (12 / 13 + 1), abs=1e-4)
    assert together["b_cubed_mean_f1"] == pytest.approx((1 + 2 / 3) / 2, abs=1e-4)


def test_no_book_has_no_figures():
    assert figures_together([]) == {}


def test_what_was_dropped_and_left_out_is_counted():
    document = {
        "characters": [{"name": "هند", "aliases": ["أم نادر"], "role": "main", "mentions": 4}],
        "relationships": [{"a": "هند", "b": "سالم", "type": "family"}],
        "chunks": [{"gap": None}, {"gap": "refused"}],
    }

    prediction = prediction_of(document, {"mentions": 2, "facts": 5})
    read = figures_of(scored(prediction))

    assert (read["dropped_names"], read["dropped_facts"], read["gaps"]) == (2, 5, 1)
    assert (read["recall"], read["pair_recall"]) == (0.2, 0.3333)


def test_a_share_of_nothing_is_no_figure():
    read = figures(Prediction(characters=()))

    assert read["precision"] is None
    assert read["role_accuracy"] is None
    assert read["recall"] == 0
