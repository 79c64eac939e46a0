"""What a package file says about a book: the same from ebooklib and by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """A book before its text is read. Paths are from the root of the archive.

    `spine` is the reading order, each document once. `guide` maps documents to the types that an
    EPUB 2 guide gives them.
    """

    title: str | None
    author: str | None
    language: str | None
    spine: Sequence[str]
    nav: str | None
    ncx: str | None
    guide: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Creator:
    """One who had a hand in the book; `role` is a MARC relator code, empty where none is given."""

    name: str | None
    role: str


def author_of(creators: Sequence[Creator]) -> str | None:
    """The first who is called the author, else the first without a role."""
    for role in ("aut", ""):
        for creator in creators:
            if creator.role == role and creator.name:
                return creator.name
    return None


def in_one_line(text: str | None) -> str | None:
    """A piece of metadata with its whitespace folded; None where nothing is said."""
    return " ".join(text.split()) or None if text else None
