"""Stretches of a book's raw text to judge it by."""

from collections.abc import Sequence

from bookanalysis.epub import Publication

NUM_OF_SAMPLES = 12
SAMPLE_LENGTH = 3000
"""In characters: about five hundred words. Many short samples tell a kind better than few long ones."""
FRONT_AND_BACK = frozenset(
    {"cover", "titlepage", "toc", "colophon", "footnotes", "bibliography", "index", "glossary"}
)
"""Kinds of documents that are not the work itself."""


def samples_of(publication: Publication) -> Sequence[str]:
    """Stretches from all over the work, from its beginning to its end; the whole of a short one."""
    text = body_of(publication)
    if len(text) <= NUM_OF_SAMPLES * SAMPLE_LENGTH:
        return [text]
    last = len(text) - SAMPLE_LENGTH
    starts = [last * number // (NUM_OF_SAMPLES - 1) for number in range(NUM_OF_SAMPLES)]
    return [text[start : start + SAMPLE_LENGTH] for start in starts]


def body_of(publication: Publication) -> str:
    """The text of the work, without what stands before and after it where the book says so."""
    body = [chapter.text for chapter in publication.chapters if chapter.kind not in FRONT_AND_BACK]
    return "\n\n".join(body or [chapter.text for chapter in publication.chapters])
