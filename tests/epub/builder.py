"""Builds EPUBs in memory, good ones and broken ones."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from urllib.parse import quote

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="{package}" media-type="application/oebps-package+xml"/></rootfiles></container>"""

METADATA = """<dc:title>ليالي القرية</dc:title><dc:creator>سلمى الراوي</dc:creator>
<dc:language>ar</dc:language><dc:identifier id="uid">urn:x</dc:identifier>"""

PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="{version}" unique-identifier="uid">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">{metadata}</metadata>
<manifest>{manifest}</manifest><spine {spine_attributes}>{spine}</spine>{guide}</package>"""

NCX = """<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>{points}</navMap></ncx>"""

NCX_TYPE = "application/x-dtbncx+xml"
XHTML_TYPE = "application/xhtml+xml"


def page(body: str, title: str = "", body_attributes: str = "") -> str:
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>{title}</title></head><body {body_attributes}>{body}</body></html>"
    )


def nav(links: Mapping[str, str], more: str = "") -> str:
    items = "".join(f'<li><a href="{href}">{title}</a></li>' for href, title in links.items())
    return page(f'<nav epub:type="toc"><ol>{items}</ol></nav>{more}')


def ncx(links: Mapping[str, str]) -> str:
    points = "".join(
        f'<navPoint><navLabel><text>{title}</text></navLabel><content src="{href}"/></navPoint>'
        for href, title in links.items()
    )
    return NCX.format(points=points)


@dataclass
class Epub:
    """A book to build. `documents` are the pages by file name; the spine is their order unless given.

    `files` are put into the archive as they are, over what would be there; None leaves a file out.
    """

    documents: Mapping[str, str | bytes]
    spine: list[str] | None = None
    nav: str | None = None
    ncx: str | None = None
    metadata: str = METADATA
    version: str = "3.0"
    spine_attributes: str = ""
    not_linear: tuple[str, ...] = ()
    guide: str = ""
    folder: str = "OPS"
    files: Mapping[str, str | bytes | None] = field(default_factory=dict)

    def package(self) -> str:
        items = [(name, quote(name), XHTML_TYPE, "") for name in self.documents]
        if self.nav is not None:
            items.append(("nav", "nav.xhtml", XHTML_TYPE, 'properties="nav"'))
        if self.ncx is not None:
            items.append(("ncx", "toc.ncx", NCX_TYPE, ""))
        manifest = "".join(
            f'<item id="{name}" href="{href}" media-type="{kind}" {more}/>'
            for name, href, kind, more in items
        )
        spine = "".join(
            f'<itemref idref="{name}" linear="{"no" if name in self.not_linear else "yes"}"/>'
            for name in (self.documents if self.spine is None else self.spine)
        )
        return PACKAGE.format(
            version=self.version,
            metadata=self.metadata,
            manifest=manifest,
            spine=spine,
            spine_attributes=self.spine_attributes,
            guide=self.guide,
        )

    def build(self) -> BytesIO:
        files: dict[str, str | bytes | None] = {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER.format(package=f"{self.folder}/package.opf"),
            f"{self.folder}/package.opf": self.package(),
            f"{self.folder}/nav.xhtml": self.nav,
            f"{self.folder}/toc.ncx": self.ncx,
            **{f"{self.folder}/{name}": content for name, content in self.documents.items()},
            **self.files,
        }
        return zipped({name: content for name, content in files.items() if content is not None})


def zipped(files: Mapping[str, str | bytes]) -> BytesIO:
    """Without the time of day: the same files give the same bytes."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    file.seek(0)
    return file
