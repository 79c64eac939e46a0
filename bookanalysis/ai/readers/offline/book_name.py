"""Title and author, from the metadata or else the book's opening lines."""

import re

from bookanalysis.ai.answers import BookName
from bookanalysis.arabic import fold

_BY = re.compile(r"^(?:تاليف|بقلم|كتبها|كتبه|تصنيف|للكاتب|للاديب)\b[\s:]*(?P<author>.*)$")
_NO_TITLE = re.compile(r"^(?:الفصل|فصل|الباب|باب|الجزء|مقدمه|تمهيد|اهداء|الاهداء|الفهرس|المحتويات|\W|\d)")
OPENING_LINES = 12
LONGEST_LINE = 80


def name_book(opening: str, metadata: BookName) -> BookName:
    """The metadata's title and author; what it leaves out is looked for in the opening lines.

    An author follows «تأليف» or «بقلم»; the title is the line before, if the text begins with a title page.
    """
    lines = [line.strip() for line in opening.split("\n") if line.strip()][:OPENING_LINES]
    said = _title_page(lines)
    return BookName(
        title=(metadata.title or "").strip() or said.title,
        author=(metadata.author or "").strip() or said.author,
    )


def _title_page(lines: list[str]) -> BookName:
    for number, line in enumerate(lines):
        by = _BY.match(fold(line))
        if by and len(line) <= LONGEST_LINE:
            return BookName(title=_title(lines[:number]), author=_author(line, by, lines[number + 1 :]))
    return BookName()


def _title(before: list[str]) -> str | None:
    lines = (line for line in before if len(line) <= LONGEST_LINE and not _NO_TITLE.match(fold(line)))
    return next(lines, None)


def _author(line: str, by: re.Match[str], after: list[str]) -> str | None:
    """The words behind «تأليف», or the next line where nothing follows it."""
    if by["author"].strip():
        return " ".join(line.split()[-len(by["author"].split()) :])
    return after[0] if after and len(after[0]) <= LONGEST_LINE else None
