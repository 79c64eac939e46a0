"""What an EPUB holds once it is read: a publication of chapters, text only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chapter:
    """One document of the spine as plain text: paragraphs and headings, one a line.

    `kind` is what the book itself says the document is, in the words of `bookanalysis.epub.kinds`:
    "titlepage", "toc", "colophon", "footnotes", ...; None where it says nothing.
    """

    title: str
    text: str
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """A book in reading order. `language` is what the metadata claims, not what was found."""

    title: str | None
    author: str | None
    language: str | None
    chapters: tuple[Chapter, ...]
