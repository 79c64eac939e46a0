"""Where sentences begin and end."""

import re
from collections.abc import Iterator

_END = re.compile(r"""[.!?؟…۔]+["'»”’)\]}]*(?=\s|$)|\n+""")
_INITIAL = re.compile(r"(?:^|[\s(«])\w$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences, without the space around them; a line's end ends a sentence.

    The dot of an initial («د. محمود») ends none.
    """
    spans = []
    start = 0
    for end in _ends(text, 0, len(text)):
        spans.append((start, end))
        start = end
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def is_one_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends in a stretch of a text."""
    return next(_ends(text, start, end), None) is None


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    before = start
    for match in _END.finditer(text, start, end):
        if match.group() == "." and _INITIAL.search(text, max(before, match.start() - 2), match.start()):
            continue
        before = match.end()
        yield before


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    stretch = text[start:end]
    kept = stretch.strip()
    if not kept:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(kept)
