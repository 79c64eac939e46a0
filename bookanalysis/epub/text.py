"""The text of one document: block elements make lines, and nothing that is not read aloud remains."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree

from bookanalysis.epub.markup import local_name, types_in

_BLOCKS = frozenset(
    """address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre
    section summary table tbody tfoot thead tr ul""".split()  # noqa: SIM905
)
_CELLS = frozenset({"td", "th"})
_LINKS = frozenset({"a", "sup"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNREAD = frozenset(
    """audio base canvas embed iframe link math meta noscript param rp rt rtc script source style svg template
    title track video""".split()  # noqa: SIM905
)
_UNREAD_TYPES = frozenset({"pagebreak", "doc-pagebreak", "noteref", "doc-noteref", "annoref"})
_NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote", "note", "doc-footnote", "doc-endnote"})
_PICTURES = frozenset({"img", "image", "object", "svg"})
_SPACE = re.compile(r"\s+")
_NOTE_MARK = re.compile(r"\s*+[\[({]?\s*+(?:\d{1,4}|[*†‡]{1,3})\s*+[\])}]?\s*+")
_PIECE = 2**16


@dataclass(frozen=True, slots=True)
class Page:
    """What one document says. `types` are the epub:types and roles of elements that hold all its text."""

    text: str
    heading: str
    title: str
    types: tuple[str, ...]
    pictures: int


def read_page(markup: bytes) -> Page:
    """Read a document that `markup.clean` has prepared: as XML, and where it is none, as browsers would."""
    try:
        return _feed(etree.XMLParser(target=_listener(), resolve_entities=False, no_network=True), markup)
    except etree.XMLSyntaxError:
        return _feed(etree.HTMLParser(target=_listener(), no_network=True, encoding="utf-8"), _opened(markup))


def _feed(parser: etree.XMLParser | etree.HTMLParser, markup: bytes) -> Page:
    for start in range(0, len(markup), _PIECE):
        parser.feed(markup[start : start + _PIECE])
    return cast(Page, parser.close())


_SELF_CLOSED = re.compile(rb"<(title|script|style|iframe|a|div|p|span|textarea)\b([^<>]*)/>", re.IGNORECASE)


def _opened(markup: bytes) -> bytes:
    """HTML knows no `<title/>`: it would swallow the rest of the document."""
    return _SELF_CLOSED.sub(rb"<\1\2></\1>", markup)


def _listener() -> Any:
    return _Listener()


class _Listener:
    """The parser's target: hears elements and text as they pass, so that no tree is built."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._links: list[tuple[int, int]] = []
        self._unread_depth = 0
        self._heading_from = 0
        self._heading = ""
        self._title: list[str] = []
        self._in_title = False
        self._open: list[frozenset[str]] = []
        self._closed: list[tuple[frozenset[str], int]] = []
        self._pictures = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        name = local_name(tag)
        self._pictures += name in _PICTURES
        self._in_title = name == "title" and not self._title and not self._unread_depth
        if self._unread_depth or _is_unread(name, attributes):
            self._unread_depth += 1
            return
        if name in _BLOCKS:
            self._end_line()
        if name in _CELLS:
            self._line.append(" ")
        if name in _HEADINGS:
            self._heading_from = len(self._lines)
        if name in _LINKS:
            self._links.append((len(self._lines), len(self._line)))
        self._open.append(frozenset() if self._lines else types_in(attributes))

    def end(self, tag: str) -> None:
        name = local_name(tag)
        self._in_title = False
        if self._unread_depth:
            self._unread_depth -= 1
            return
        if name in _LINKS and self._links:
            self._drop_note_mark(*self._links.pop())
        if name in _BLOCKS:
            self._end_line()
        if name in _HEADINGS and not self._heading:
            self._heading = " ".join(self._lines[self._heading_from :])
        if self._open and (types := self._open.pop()):
            self._closed.append((types, len(self._lines)))

    def data(self, text: str) -> None:
        if self._in_title:
            self._title.append(text)
        if not self._unread_depth:
            self._line.append(text)

    def close(self) -> Page:
        self._end_line()
        types = [word for words, last in self._closed if last == len(self._lines) for word in sorted(words)]
        return Page("\n".join(self._lines), self._heading, _folded(self._title), tuple(types), self._pictures)

    def _end_line(self) -> None:
        line = _folded(self._line)
        self._line.clear()
        if line:
            self._lines.append(line)

    def _drop_note_mark(self, line: int, piece: int) -> None:
        if line == len(self._lines) and _NOTE_MARK.fullmatch("".join(self._line[piece:])):
            del self._line[piece:]


def _is_unread(name: str, attributes: Mapping[str, str]) -> bool:
    types = types_in(attributes)
    is_popup_note = name == "aside" and not types.isdisjoint(_NOTE_TYPES)
    return name in _UNREAD or "hidden" in attributes or is_popup_note or not types.isdisjoint(_UNREAD_TYPES)


def _folded(pieces: list[str]) -> str:
    return _SPACE.sub(" ", "".join(pieces)).strip()
