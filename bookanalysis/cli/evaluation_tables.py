"""An evaluation on the terminal: figures for each book and all together, and what has changed."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bookanalysis.errors import BookRefused
from bookanalysis.evaluation import Change, Comparison, Figure, Score, figures_of
from bookanalysis.terminal import print_refusal

WIDTH_OF_A_FILE = 120
_TOGETHER = "all together · معًا"
_SPEED = "words_per_second"
_NARROWEST_TITLE = 20
_TABLES = {
    "Characters · الشخصيات": {
        "precision": "P",
        "recall": "R",
        "f1": "F1",
        "mention_weighted_recall": "R by mentions",
        "recall_3_to_5": "R 3-5",
        "recall_6_to_20": "R 6-20",
        "recall_21_up": "R 21+",
        "role_accuracy": "roles",
        _SPEED: "words/s",
    },
    "Names and relationships · الأسماء والعلاقات": {
        "b_cubed_f1": "B-cubed F1",
        "pair_precision": "pairs P",
        "pair_recall": "pairs R",
        "pair_f1": "pairs F1",
        "typed_pair_f1": "typed F1",
    },
    "Mistakes · الأخطاء": {
        "duplicates": "duplicates",
        "over_merged": "over-merged",
        "distractors": "distractors",
        "spurious": "spurious",
        "dropped_names": "names dropped",
        "dropped_facts": "facts dropped",
        "gaps": "gaps",
    },
}


@dataclass(frozen=True, slots=True)
class EvaluatedBook:
    """`key` is the name of its file; `names` are those behind the figures, by the kind of mistake."""

    key: str
    title: str
    score: Score
    words: int
    seconds: float
    names: Mapping[str, Sequence[str]]

    @property
    def words_per_second(self) -> float:
        return self.words / self.seconds


@dataclass(frozen=True, slots=True)
class RefusedBook:
    key: str
    title: str
    error: BookRefused


def print_figures(
    books: Sequence[EvaluatedBook], refused: Sequence[RefusedBook], together: Mapping[str, Figure]
) -> None:
    rows = [{**figures_of(book.score), _SPEED: round(book.words_per_second)} for book in books]
    last = {**together, _SPEED: _speed(books)}
    console = _console()
    for title, columns in _TABLES.items():
        table = _table(title, columns.values())
        for book, figures in zip(books, rows, strict=True):
            table.add_row(*_cells(figures, columns), Text(book.title))
        for one in refused:
            table.add_row(*["–"] * len(columns), Text(f"{one.title} (refused · مرفوض)"), style="red")
        table.add_section()
        table.add_row(*_cells(last, columns), _TOGETHER, style="bold")
        console.print(table)
    console.print(f"B-cubed F1, mean of the books: {_shown(together.get('b_cubed_mean_f1'))}")
    for one in refused:
        Console(stderr=True).print(one.title, markup=False)
        print_refusal(one.error)


def print_comparison(comparison: Comparison, has_refused: bool) -> None:
    console = _console()
    for title in comparison.new:
        console.print(f"New, nothing to compare with · جديد بلا مقارنة: {title}", markup=False)
    for title in comparison.absent:
        console.print(f"In the baseline only · في خط الأساس وحده: {title}", markup=False)
    if comparison.changes:
        console.print(_changes_table(comparison))
    if comparison.worse or has_refused:
        console.print("Worse than the baseline. النتيجة أسوأ من خط الأساس.", style="bold red")
    else:
        console.print("Nothing is worse than the baseline. لا شيء أسوأ من خط الأساس.")
    if comparison.better:
        console.print(
            "Some figures are better: --write-baseline renews the baseline. "
            "تحسنت أرقام: يجدد الخيار ‎--write-baseline خط الأساس."
        )


def _changes_table(comparison: Comparison) -> Table:
    table = _table("Changes · التغيرات", ("", "figure", "before", "after"))
    for change in comparison.worse:
        table.add_row("worse", change.figure, *_before_and_after(change), style="red")
    for change in comparison.better:
        table.add_row("better", change.figure, *_before_and_after(change), style="green")
    return table


def _before_and_after(change: Change) -> tuple[str, str, Text]:
    """All digits, so that a small change is seen; and the book."""
    before, after = ("–" if figure is None else str(figure) for figure in (change.before, change.after))
    return before, after, Text(_TOGETHER if change.title is None else change.title)


def _table(title: str, headings: Iterable[str]) -> Table:
    table = Table(title=title, box=box.SIMPLE_HEAD)
    for heading in headings:
        table.add_column(heading, justify="right")
    table.add_column("book · الكتاب", justify="right", min_width=_NARROWEST_TITLE)
    return table


def _cells(figures: Mapping[str, Figure], columns: Iterable[str]) -> list[str]:
    return [_shown(figures.get(name)) for name in columns]


def _shown(figure: Figure) -> str:
    if figure is None:
        return "–"
    return f"{figure:.3f}" if isinstance(figure, float) else str(figure)


def _speed(books: Sequence[EvaluatedBook]) -> int | None:
    if not books:
        return None
    return round(sum(book.words for book in books) / sum(book.seconds for book in books))


def _console() -> Console:
    return Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE, highlight=False)
