"""Footnotes in a chapter's text: the marks that lead to them, and their bodies at the chapter's end."""

import re
from collections.abc import Sequence

_NUMBER = r"[0-9٠-٩]{1,3}"
_RAISED = r"(?<=[\u0621-\u064a]{2})[0-9٠-٩]{1,2}(?![\w٪%])|[¹²³⁰⁴-⁹]+"
"""Raised numbers; some books lose that they were raised, and leave them joined to the word."""
_IN_TITLE = re.compile(rf"{_RAISED}|\[{_NUMBER}\]")
_MARK = re.compile(
    rf"(?<=\S) ?(?:\[{_NUMBER}\]|\({_NUMBER}\))"  # at a line's beginning it counts a list
    rf"|{_RAISED}|[↩⤴]\ufe0e?"
)
_BODY = re.compile(rf"(?:\[{_NUMBER}\]|\({_NUMBER}\)|{_NUMBER}\s*[-–.)]?|\*+|↩|[¹²³⁰⁴-⁹]+)\s*\S")
_HEADING = re.compile(r"(?:_{3,}|-{3,}|ـ{3,}|الهوامش|هوامش|الحواشي|حواشي):?")


def without_footnotes(parts: Sequence[str]) -> list[str]:
    """The parts of one chapter without marks and without the bodies that they lead to."""
    kept = []
    is_marked = False
    for part in parts:
        lines = part.split("\n")
        first = _first_body(lines)
        body = "\n".join(lines[:first])
        is_marked = is_marked or _MARK.search(body) is not None
        if first < len(lines) and (is_marked or _HEADING.fullmatch(lines[first].strip())):
            part = body  # noqa: PLW2901
        kept.append(_MARK.sub("", part).strip())
    return kept


def title_without_marks(title: str) -> str:
    """A heading without marks; a number in round brackets counts parts there."""
    return _IN_TITLE.sub("", title).strip()


def _first_body(lines: Sequence[str]) -> int:
    """Where the last run of lines begins that each look like a footnote; the number of lines if none does."""
    first = len(lines)
    for place in range(len(lines) - 1, -1, -1):
        line = lines[place].strip()
        if _BODY.match(line) or _HEADING.fullmatch(line):
            first = place
        elif line:
            break
    return first
