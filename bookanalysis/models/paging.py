"""A list, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select

from bookanalysis.extensions import db

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Page(Generic[Row]):
    items: Sequence[Row]
    page: int
    page_size: int
    total: int

    @property
    def total_pages(self) -> int:
        return -(-self.total // self.page_size)


def paginate(rows: Select[Any], page: int, page_size: int) -> Page[Any]:
    """One query for the page, one for the number of all."""
    items = db.session.scalars(rows.limit(page_size).offset((page - 1) * page_size)).all()
    total = db.session.scalar(select(func.count()).select_from(rows.order_by(None).subquery())) or 0
    return Page(items, page, page_size, total)


def whole(rows: Sequence[Row]) -> Page[Row]:
    """All of a list as its one page."""
    return Page(rows, page=1, page_size=max(1, len(rows)), total=len(rows))
