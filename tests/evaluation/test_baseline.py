import pytest

from bookanalysis.evaluation import (
    Baseline,
    BaselineBroken,
    BookFigures,
    NoBaseline,
    compare,
    read_baseline,
    write_baseline,
)
from bookanalysis.evaluation.baseline import COMMITTED

FIGURES = {"recall": 0.9, "precision": None, "duplicates": 2}


def baseline(**books):
    return Baseline({key: BookFigures(f"كتاب {key}", figures) for key, figures in books.items()}, FIGURES)


def told(changes):
    return [(change.title, change.figure, change.before, change.after) for change in changes]


def test_what_is_written_is_read_again(tmp_path):
    file = tmp_path / "baseline.json"

    write_baseline(file, baseline(a=FIGURES))

    assert read_baseline(file) == baseline(a=FIGURES)
    assert type(read_baseline(file).together["duplicates"]) is int


def test_the_same_figures_are_no_change():
    comparison = compare(baseline(a=FIGURES), baseline(a=FIGURES))

    assert (comparison.changes, comparison.new, comparison.absent) == ([], [], [])


@pytest.mark.parametrize(
    ("figure", "before", "after"),
    [("recall", 0.9, 0.8994), ("duplicates", 2, 3), ("recall", 0.9, None)],
)
def test_a_lower_share_a_higher_count_and_a_lost_figure_are_worse(figure, before, after):
    comparison = compare(baseline(a={figure: before}), baseline(a={figure: after}))

    assert told(comparison.worse) == [("كتاب a", figure, before, after)]
    assert comparison.better == []


@pytest.mark.parametrize(
    ("figure", "before", "after"),
    [("recall", 0.9, 0.9006), ("duplicates", 2, 1), ("precision", None, 0.1)],
)
def test_a_higher_share_a_lower_count_and_a_new_figure_are_better(figure, before, after):
    comparison = compare(baseline(a={figure: before}), baseline(a={figure: after}))

    assert told(comparison.better) == [("كتاب a", figure, before, after)]
    assert comparison.worse == []


@pytest.mark.parametrize("after", [0.8995, 0.9005])
def test_a_share_may_move_a_little(after):
    assert compare(baseline(a={"recall": 0.9}), baseline(a={"recall": after})).changes == []


def test_a_figure_that_the_baseline_does_not_know_is_no_change():
    assert compare(baseline(a={}), baseline(a={"recall": 0.1})).changes == []


def test_books_that_only_one_side_has_are_named_and_not_compared():
    comparison = compare(baseline(a=FIGURES, b=FIGURES), baseline(b=FIGURES, c={"recall": 0.1}))

    assert (comparison.changes, comparison.new, comparison.absent) == ([], ["كتاب c"], ["كتاب a"])


def test_all_together_are_compared_only_for_the_same_books():
    before = baseline(a=FIGURES)
    worse = {"recall": 0.5}

    same = compare(before, Baseline(before.books, worse))
    more = compare(before, Baseline({**before.books, **baseline(b=FIGURES).books}, worse))

    assert told(same.worse) == [(None, "recall", 0.9, 0.5)]
    assert more.changes == []


def test_a_baseline_that_is_not_there_is_told(tmp_path):
    with pytest.raises(NoBaseline, match=r"none\.json"):
        read_baseline(tmp_path / "none.json")


@pytest.mark.parametrize(
    ("text", "place"),
    [("{", "JSON"), ('{"books": {"a": {"title": "ب"}}, "together": {}}', "books.a.figures")],
)
def test_a_broken_baseline_is_told_with_the_place(tmp_path, text, place):
    file = tmp_path / "baseline.json"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(BaselineBroken, match=place):
        read_baseline(file)


def test_a_baseline_comes_along():
    committed = read_baseline(COMMITTED)

    assert committed.together.keys() >= {"f1", "b_cubed_f1", "b_cubed_mean_f1", "gaps"}
    assert all(book.figures["gaps"] == 0 for book in committed.books.values())
