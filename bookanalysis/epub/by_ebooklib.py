"""The outline of a book as ebooklib reads it."""

import posixpath
from collections.abc import Iterable
from typing import Any, BinaryIO

from ebooklib import epub  # type: ignore[import-untyped]
from lxml import etree

from bookanalysis.epub.archive import Archive, inside, resolve
from bookanalysis.epub.markup import clean
from bookanalysis.epub.outline import Creator, Outline, author_of, in_one_line

GIVES_UP = (
    epub.EpubException,
    etree.LxmlError,
    AttributeError,
    IndexError,
    KeyError,
    TypeError,
    ValueError,
)
"""What ebooklib raises on books that are only a little wrong: missing files, contents or metadata."""

_ROLE = "{http://www.idpf.org/2007/opf}role"
_STRUCTURE = (".xml", ".opf", ".ncx")
_NO_CONTENTS = b'<html><body><nav class="toc"><ol></ol></nav></body></html>'


def read_outline(file: BinaryIO, archive: Archive, package: str) -> Outline:
    """Raises one of `GIVES_UP` where ebooklib cannot read the book, finds no spine or another package."""
    reader = _StructureReader(file, archive, package)
    book = reader.load()
    if posixpath.normpath(reader.opf_file) != package or not book.spine:
        raise KeyError(package)
    folder = posixpath.dirname(package)
    paths = {item.id: inside(posixpath.join(folder, item.file_name)) for item in book.items}
    spine = dict.fromkeys(paths.get(idref) for idref, _ in book.spine)
    return Outline(
        title=in_one_line(book.title),
        author=author_of(_creators(book)),
        language=next((in_one_line(value) for value, _ in book.get_metadata("DC", "language")), None),
        spine=[path for path in spine if path],
        nav=_first_path(paths, book.items, epub.EpubNav),
        ncx=_first_path(paths, book.items, epub.EpubNcx),
        guide={
            path: str(reference["type"] or "")
            for reference in book.guide
            if (path := resolve(folder, reference["href"] or ""))
        },
    )


class _StructureReader(epub.EpubReader):  # type: ignore[misc]
    """ebooklib's reader, kept from holding the whole book: it gets the files that describe the book.

    Of all others it gets an empty list of contents, which it insists on in a navigation document.
    """

    def __init__(self, file: BinaryIO, archive: Archive, package: str) -> None:
        super().__init__(file)
        self._archive = archive
        self._package = package

    def read_file(self, name: str) -> bytes:
        path = posixpath.normpath(name)
        if path == self._package or path.lower().endswith(_STRUCTURE):
            return clean(self._archive.read(path))
        return _NO_CONTENTS


def _creators(book: Any) -> list[Creator]:
    refined = {
        attributes.get("refines", "").removeprefix("#"): value
        for value, attributes in book.metadata.get(epub.NAMESPACES["OPF"], {}).get("meta", [])
        if attributes.get("property") == "role"
    }
    return [
        Creator(in_one_line(name), attributes.get(_ROLE) or refined.get(attributes.get("id")) or "")
        for name, attributes in book.get_metadata("DC", "creator")
    ]


def _first_path(paths: dict[str, str | None], items: Iterable[Any], kind: type[Any]) -> str | None:
    return next((paths[item.id] for item in items if isinstance(item, kind)), None)
