"""What a book's own lists of contents say about its documents: titles and kinds."""

import posixpath
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from bookanalysis.epub.archive import Archive, resolve
from bookanalysis.epub.kinds import kind_of
from bookanalysis.epub.markup import elements, local_name, parse_page, parse_xml, text_in, types_of
from bookanalysis.epub.outline import Outline

_LARGEST_CONTENTS = 5 * 2**20

Entry = tuple[str, str]
"""A reference, as it stands in the list, and what the list calls it."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Titles and kinds by a document's path."""

    titles: Mapping[str, str]
    kinds: Mapping[str, str]


def read_contents(archive: Archive, outline: Outline) -> Contents:
    """Titles from the navigation document or else the NCX; kinds from the guide and the landmarks."""
    navigation = list(elements(_read(archive, outline.nav, parse_page), "nav"))
    toc = [nav for nav in navigation if types_of(nav) & {"toc", "doc-toc"}] or navigation[:1]
    landmarks = [nav for nav in navigation if "landmarks" in types_of(nav)]
    titles = _titles(((link.get("href") or "", text_in(link)) for link in _links(toc)), outline.nav)
    points = _points(_read(archive, outline.ncx, parse_xml))
    kinds = {path: kind_of([word.lower()]) for path, word in outline.guide.items()}
    for link in _links(landmarks):
        if path := resolve(_folder(outline.nav), link.get("href") or ""):
            kinds[path] = kind_of(sorted(types_of(link))) or kinds.get(path)
    return Contents(
        titles=titles or _titles(points, outline.ncx),
        kinds={path: kind for path, kind in kinds.items() if kind},
    )


def _read(
    archive: Archive, path: str | None, parse: Callable[[bytes], etree._Element | None]
) -> etree._Element | None:
    """The root of a list of contents; None where the book has none, or names one that is not there."""
    if path is None or archive.find(path) is None:
        return None
    return parse(archive.read(path, limit=_LARGEST_CONTENTS))


def _titles(entries: Iterable[Entry], base: str | None) -> dict[str, str]:
    """A document's title is the first entry for it as a whole, else the only one for a place in it.

    A document with several such places holds several chapters and is called after none of them.
    """
    wholes: dict[str, str] = {}
    places: dict[str, list[str]] = defaultdict(list)
    for reference, title in entries:
        path = resolve(_folder(base), reference)
        if path and title:
            places[path].append(title)
            if "#" not in reference:
                wholes.setdefault(path, title)
    return {path: titles[0] for path, titles in places.items() if len(titles) == 1} | wholes


def _links(lists: Iterable[etree._Element]) -> Iterator[etree._Element]:
    for one in lists:
        yield from elements(one, "a")


def _points(ncx: etree._Element | None) -> Iterator[Entry]:
    for point in elements(ncx, "navpoint"):
        parts = {local_name(child.tag): child for child in point}
        if "content" in parts and "navlabel" in parts:
            yield parts["content"].get("src") or "", text_in(parts["navlabel"])


def _folder(path: str | None) -> str:
    return posixpath.dirname(path or "")
