"""The outline of a book that ebooklib gives up on, read as far as it goes."""

import posixpath
from collections.abc import Iterator

from lxml import etree

from bookanalysis.epub.archive import Archive, resolve
from bookanalysis.epub.markup import elements, local_name, parse_xml, text_in
from bookanalysis.epub.outline import Creator, Outline, author_of

_DOCUMENT_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document", "application/xml"})
_NCX_TYPE = "application/x-dtbncx+xml"


def read_outline(archive: Archive, package: str) -> Outline:
    """The same as ebooklib's outline; a book without a spine is read in the order of its manifest."""
    root = parse_xml(archive.read(package))
    folder = posixpath.dirname(package)
    items = list(elements(root, "item"))
    paths = {item.get("id"): resolve(folder, item.get("href") or "") for item in items}
    spine = [paths.get(reference.get("idref")) for reference in elements(root, "itemref")]
    documents = [paths[item.get("id")] for item in items if item.get("media-type") in _DOCUMENT_TYPES]
    return Outline(
        title=next(_texts(root, "title"), None),
        author=author_of(_creators(root)),
        language=next(_texts(root, "language"), None),
        spine=[path for path in dict.fromkeys(spine if any(spine) else documents) if path],
        nav=next((paths[i.get("id")] for i in items if "nav" in (i.get("properties") or "").split()), None),
        ncx=next((paths[i.get("id")] for i in items if i.get("media-type") == _NCX_TYPE), None),
        guide={
            path: reference.get("type") or ""
            for reference in elements(root, "reference")
            if (path := resolve(folder, reference.get("href") or ""))
        },
    )


def _texts(root: etree._Element | None, name: str) -> Iterator[str]:
    for element in elements(root, name):
        if text := text_in(element):
            yield text


def _creators(root: etree._Element | None) -> list[Creator]:
    refined = {
        (meta.get("refines") or "").removeprefix("#"): (meta.text or "").strip()
        for meta in elements(root, "meta")
        if meta.get("property") == "role"
    }
    return [
        Creator(text_in(creator), _role(creator) or refined.get(creator.get("id") or "") or "")
        for creator in elements(root, "creator")
    ]


def _role(creator: etree._Element) -> str:
    return next((str(value) for name, value in creator.attrib.items() if local_name(str(name)) == "role"), "")
