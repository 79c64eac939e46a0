"""Stretches of a book's raw text to judge it by."""

from collections.abc import Sequence

from bookanalysis.epub import Publication

SAMPLE_LENGTH = 6000
"""In characters: about a thousand words."""
FRONT_AND_BACK = frozenset(
    {"cover", "titlepage", "toc", "colophon", "footnotes", "bibliography", "index", "glossary"}
)
"""Kinds of documents that are not the work itself."""


def samples_of(publication: Publication) -> Sequence[str]:
    """The beginning, the middle and the end of the work; the whole of a short one."""
    text = body_of(publication)
    if len(text) <= 3 * SAMPLE_LENGTH:
        return [text]
    middle = (len(text) - SAMPLE_LENGTH) // 2
    return [text[start : start + SAMPLE_LENGTH] for start in (0, middle, len(text) - SAMPLE_LENGTH)]


def body_of(publication: Publication) -> str:
    """The text of the work, without what stands before and after it where the book says so."""
    body = [chapter.text for chapter in publication.chapters if chapter.kind not in FRONT_AND_BACK]
    return "\n\n".join(body or [chapter.text for chapter in publication.chapters])
