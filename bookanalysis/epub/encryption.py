"""Digital rights management, told apart from fonts that are only obfuscated."""

from bookanalysis.epub.archive import Archive
from bookanalysis.epub.markup import elements, parse_xml
from bookanalysis.errors import DrmProtected, EpubTooLargeUnpacked, PackageTooLarge

_ENCRYPTION = "META-INF/encryption.xml"
_LARGEST = 2 * 2**20
_FONT_OBFUSCATION = frozenset(
    {
        "http://www.idpf.org/2008/embedding",
        "http://ns.adobe.com/pdf/enc#RC",
    }
)
_PASSWORD_FLAG = 0x1


def refuse_drm(archive: Archive) -> None:
    """Raise `DrmProtected` if any file is encrypted, by the book's own list or by the ZIP."""
    if any(entry.flag_bits & _PASSWORD_FLAG for entry in archive.entries):
        raise DrmProtected()
    if archive.find(_ENCRYPTION) is None:
        return
    try:
        listed = parse_xml(archive.read(_ENCRYPTION, limit=_LARGEST))
    except EpubTooLargeUnpacked as error:
        raise PackageTooLarge(limit=_LARGEST // 2**20) from error
    for entry in elements(listed, "encrypteddata"):
        methods = {method.get("Algorithm") for method in elements(entry, "encryptionmethod")}
        if not methods or not methods <= _FONT_OBFUSCATION:
            raise DrmProtected()
