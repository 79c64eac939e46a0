"""A whole book out of an EPUB: ebooklib where it can, by hand where it gives up."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from bookanalysis.epub import by_ebooklib, by_hand
from bookanalysis.epub.archive import Archive
from bookanalysis.epub.checks import LARGEST_TEXT, checked_archive
from bookanalysis.epub.contents import Contents, read_contents
from bookanalysis.epub.kinds import kind_of
from bookanalysis.epub.markup import clean
from bookanalysis.epub.outline import Outline
from bookanalysis.epub.publication import Chapter, Publication
from bookanalysis.epub.text import Page, read_page
from bookanalysis.errors import EpubTooLargeUnpacked, ImagesOnly, NoText

LETTERS_OF_A_TEXT_PAGE = 300
"""A book with fewer letters than this to each of its pages that are pictures is no text."""


def open_publication(source: Path | BinaryIO) -> Publication:
    """Read the text of an EPUB in reading order. Raises `BookRefused`.

    Every document is read once, where the spine names it first; a missing one is left out.
    """
    with ExitStack() as stack:
        file = stack.enter_context(source.open("rb")) if isinstance(source, Path) else source
        archive, package = stack.enter_context(checked_archive(file))
        outline = _read_outline(file, archive, package)
        contents = read_contents(archive, outline)
        pages = dict(_read_pages(archive, outline))
    _refuse_wordless(list(pages.values()))
    return Publication(
        title=outline.title,
        author=outline.author,
        language=outline.language,
        chapters=tuple(_chapter(path, page, contents, outline) for path, page in pages.items() if page.text),
    )


def _read_outline(file: BinaryIO, archive: Archive, package: str) -> Outline:
    try:
        return by_ebooklib.read_outline(file, archive, package)
    except by_ebooklib.GIVES_UP:
        return by_hand.read_outline(archive, package)


def _read_pages(archive: Archive, outline: Outline) -> Iterator[tuple[str, Page]]:
    """Every document that is there, up to the limit: the upload check knew documents by their names only."""
    left = LARGEST_TEXT
    for path in outline.spine:
        if archive.find(path) is not None:
            markup = archive.read(path)
            left -= len(markup)
            if left < 0:
                raise EpubTooLargeUnpacked(limit=LARGEST_TEXT // 2**20)
            yield path, read_page(clean(markup))


def _refuse_wordless(pages: list[Page]) -> None:
    pictures = [page for page in pages if page.pictures and not page.text]
    letters = sum(sum(map(str.isalpha, page.text)) for page in pages)
    if pictures and len(pictures) * 2 > len(pages) and letters < LETTERS_OF_A_TEXT_PAGE * len(pictures):
        raise ImagesOnly()
    if not letters:
        raise NoText()


def _chapter(path: str, page: Page, contents: Contents, outline: Outline) -> Chapter:
    is_contents = "toc" if path == outline.nav else None
    kind = kind_of(page.types) or contents.kinds.get(path) or is_contents
    return Chapter(title=contents.titles.get(path) or page.heading or page.title, text=page.text, kind=kind)
