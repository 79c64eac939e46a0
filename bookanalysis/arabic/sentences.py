"""Where sentences begin and end."""

import re

_END = re.compile(r"""[.!?؟…۔]+["'»”’)\]}]*(?=\s|$)|\n+""")
_INITIAL = re.compile(r"(?:^|[\s(«])\w$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences, without the space around them; a line's end ends a sentence.

    The dot of an initial («د. محمود») ends none.
    """
    spans = []
    start = 0
    for end in _END.finditer(text):
        if end.group() == "." and _INITIAL.search(text, max(start, end.start() - 2), end.start()):
            continue
        spans.append((start, end.end()))
        start = end.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    stretch = text[start:end]
    kept = stretch.strip()
    if not kept:
        return None
    start += len(stretch) - len(stretch.lstrip())
    return start, start + len(kept)
