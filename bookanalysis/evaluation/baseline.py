"""How well the books were read before, and what has changed since."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bookanalysis.evaluation.errors import BaselineBroken, NoBaseline
from bookanalysis.evaluation.scores import COUNTED, DIGITS, Figure

COMMITTED = Path(__file__).with_name("baseline.json")
TOLERANCE = 0.0005
"""A share that moves by less says nothing: a reading is the same every time, but its figures are rounded."""


@dataclass(frozen=True, slots=True)
class BookFigures:
    title: str
    figures: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Baseline:
    """`books` by the name of their file without its ending."""

    books: Mapping[str, BookFigures]
    together: Mapping[str, Figure]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the book with this title, or of all together (None)."""

    title: str | None
    figure: str
    before: Figure
    after: Figure

    @property
    def is_worse(self) -> bool:
        """A figure that can no longer be told is worse, too."""
        if self.before is None or self.after is None:
            return self.after is None
        return self.after > self.before if self.figure in COUNTED else self.after < self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """`new` are the titles that the baseline does not have, `absent` those that only it has."""

    changes: Collection[Change]
    new: Collection[str]
    absent: Collection[str]

    @property
    def worse(self) -> list[Change]:
        return [change for change in self.changes if change.is_worse]

    @property
    def better(self) -> list[Change]:
        return [change for change in self.changes if not change.is_worse]


_FORM = TypeAdapter(Baseline)


def read_baseline(file: Path) -> Baseline:
    """Raises `NoBaseline` or `BaselineBroken`."""
    try:
        return _FORM.validate_json(file.read_bytes())
    except FileNotFoundError as error:
        raise NoBaseline(file=file) from error
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) or "JSON"
        raise BaselineBroken(file=file, place=place) from error


def write_baseline(file: Path, baseline: Baseline) -> None:
    file.write_text(json.dumps(asdict(baseline), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def compare(before: Baseline, now: Baseline, refused: Collection[str] = ()) -> Comparison:
    """All books together are compared only when they are the same books; a refused one is not absent."""
    known = [key for key in now.books if key in before.books]
    changes = [
        change
        for key in known
        for change in _changes(now.books[key].title, before.books[key].figures, now.books[key].figures)
    ]
    if before.books.keys() == now.books.keys():
        changes += _changes(None, before.together, now.together)
    return Comparison(
        changes=changes,
        new=[book.title for key, book in now.books.items() if key not in before.books],
        absent=[book.title for key, book in before.books.items() if key not in (*now.books, *refused)],
    )


def _changes(title: str | None, before: Mapping[str, Figure], after: Mapping[str, Figure]) -> list[Change]:
    """A figure that the baseline does not have yet is no change."""
    return [
        Change(title, name, before[name], figure)
        for name, figure in after.items()
        if name in before and _differs(name, before[name], figure)
    ]


def _differs(name: str, before: Figure, after: Figure) -> bool:
    if before is None or after is None or name in COUNTED:
        return before != after
    return round(abs(after - before), DIGITS) > TOLERANCE
