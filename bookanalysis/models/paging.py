"""A list, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func

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
    """One query for the page; another for the number of all, unless this page is seen to be the last."""
    before = (page - 1) * page_size
    items = db.session.scalars(rows.limit(page_size).offset(before)).all()
    is_last = len(items) < page_size and (items or page == 1)
    return Page(items, page, page_size, before + len(items) if is_last else _count(rows))


def _count(rows: Select[Any]) -> int:
    return db.session.scalar(rows.order_by(None).with_only_columns(func.count())) or 0


def page_from(rows: Sequence[Row], page: int, page_size: int) -> Page[Row]:
    """A page of a list that is there as a whole."""
    before = (page - 1) * page_size
    return Page(rows[before : before + page_size], page, page_size, len(rows))


def whole(rows: Sequence[Row]) -> Page[Row]:
    """All of a list as its one page."""
    return Page(rows, page=1, page_size=max(1, len(rows)), total=len(rows))
