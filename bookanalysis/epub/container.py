"""Where in the archive the book's package file is."""

import posixpath

from bookanalysis.epub.archive import Archive, inside
from bookanalysis.epub.markup import elements, local_name, parse_xml
from bookanalysis.errors import EpubTooLargeUnpacked, NotAnEpub, PackageTooLarge, UnsafePath

LARGEST_PACKAGE = 2 * 2**20
_CONTAINER = "META-INF/container.xml"
_PACKAGE_TYPE = "application/oebps-package+xml"


def find_package(archive: Archive) -> str:
    """The path of the package file: the first that the container names. Raises `BookRefused`."""
    path = _first_package(_read_small(archive, _CONTAINER))
    if inside(path) is None:
        raise UnsafePath(details={"path": path})
    package = parse_xml(_read_small(archive, path))
    if package is None or local_name(package.tag) != "package":
        raise NotAnEpub()
    return posixpath.normpath(path)


def _read_small(archive: Archive, path: str) -> bytes:
    try:
        return archive.read(path, limit=LARGEST_PACKAGE)
    except KeyError as error:
        raise NotAnEpub() from error
    except EpubTooLargeUnpacked as error:
        raise PackageTooLarge(limit=LARGEST_PACKAGE // 2**20) from error


def _first_package(container: bytes) -> str:
    files = [file for file in elements(parse_xml(container), "rootfile") if file.get("full-path")]
    packages = [file for file in files if file.get("media-type") == _PACKAGE_TYPE]
    for file in packages or files:
        return str(file.get("full-path"))
    raise NotAnEpub()
