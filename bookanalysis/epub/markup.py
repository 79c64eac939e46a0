"""Markup from strangers: decoded from whatever it is written in, without entities or network."""

import html.entities
import re
from collections.abc import Iterator, Mapping

from lxml import etree

_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_XML_ENTITIES = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
_DECLARATION = re.compile(r"<\?xml\b[^>]*\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*", re.IGNORECASE)
_END_OF_SUBSET = re.compile(r"\]\s*>")
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,300}?charset\s*=\s*["']?([\w.:-]+)""",
    re.IGNORECASE,
)
_BYTE_ENCODING = re.compile(
    r"(utf-?8|us-ascii|ascii|iso|latin|windows|cp|koi|mac|big5|gb|euc|shift|tis)", re.I
)
_WHERE_ENCODING_STANDS = 2048
_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\0\0", "utf-32"),
    (b"\0\0\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_LAST_RESORT = "windows-1256"
"""Arabic, and the accented letters of French, for bytes that are no UTF-8 and say nothing."""


def clean(markup: bytes) -> bytes:
    """The same markup as UTF-8 that any parser may have: no declaration, no DOCTYPE, no named entities."""
    text = _without_doctype(_without_declaration(decode(markup)))
    text = _FORBIDDEN.sub("", text)
    return _ENTITY.sub(_character, text).encode()


def _without_declaration(text: str) -> str:
    """Looked for at the beginning only: a pattern that may start anywhere takes hours on megabytes."""
    start = text[:_WHERE_ENCODING_STANDS]
    return _DECLARATION.sub("", start, count=1) + text[_WHERE_ENCODING_STANDS:]


def _without_doctype(text: str) -> str:
    """Only the first is one; each step goes forward, so that the time is that of the length."""
    doctype = _DOCTYPE.search(text)
    if doctype is None:
        return text
    end = doctype.end()
    if text[end : end + 1] == "[":
        subset = _END_OF_SUBSET.search(text, end)
        end = subset.end() - 1 if subset else len(text)
    return text[: doctype.start()] + text[end + 1 :] if end < len(text) else text


def decode(markup: bytes) -> str:
    """The text of a document, by its byte order mark, its look, or its own declaration."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if markup.startswith(mark):
            return markup.decode(encoding, errors="replace")
    for encoding in _candidates(markup):
        try:
            return markup.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return markup.decode(_LAST_RESORT, errors="replace")


def _candidates(markup: bytes) -> Iterator[str]:
    start = markup[:_WHERE_ENCODING_STANDS]
    if start.startswith(b"<\0"):
        yield "utf-16-le"
    elif start.startswith(b"\0<"):
        yield "utf-16-be"
    if not markup.isascii():
        yield "utf-8"
    declared = _DECLARED.search(start)
    if declared:
        name = (declared[1] or declared[2]).decode("ascii", errors="replace")
        if _BYTE_ENCODING.match(name):
            yield name
    yield "utf-8"


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    if name in _XML_ENTITIES:
        return entity[0]
    characters = html.entities.html5.get(name)
    if characters is None:
        return f"&amp;{name}"
    return "".join(f"&#{ord(one)};" if one in "&<>\"'" else one for one in characters)


def parse_xml(markup: bytes) -> etree._Element | None:
    """The root of an XML file, mended as far as it can be; None where nothing of it is XML."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(clean(markup), parser)
    except etree.XMLSyntaxError:
        return None


def parse_page(markup: bytes) -> etree._Element | None:
    """The root of a document: as XML, and where it is none, as browsers would read it."""
    page = clean(markup)
    try:
        return etree.fromstring(page, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        try:
            return etree.fromstring(page, etree.HTMLParser(no_network=True, encoding="utf-8"))
        except etree.ParserError:
            return None


def types_of(element: etree._Element) -> frozenset[str]:
    """What an element says it is: the words of its epub:type and role."""
    return types_in({str(name): str(value) for name, value in element.attrib.items()})


def types_in(attributes: Mapping[str, str]) -> frozenset[str]:
    """The same, of an element's attributes."""
    said = [value for name, value in attributes.items() if local_name(name) in ("type", "role")]
    return frozenset(word.lower() for value in said for word in value.split())


def text_in(element: etree._Element) -> str:
    """All text inside an element, in one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def local_name(tag: object) -> str:
    """The name of an element or attribute without its namespace; empty for comments and the like."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def elements(root: etree._Element | None, name: str) -> Iterator[etree._Element]:
    """All elements of that name, in whatever namespace, in the order of the document."""
    if root is None:
        return
    for element in root.iter():
        if local_name(element.tag) == name:
            yield element
