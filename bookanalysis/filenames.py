"""Names of files that people take away, made from titles."""

import unicodedata
from urllib.parse import quote

PLAIN_NAME = "book"
"""For a title without a letter, and for programs that read only ASCII."""
MOST_BYTES = 180
"""Of a name without its ending; file systems take 255 with it."""


def file_stem(title: str | None, *more: str) -> str:
    """Letters, digits, spaces and dashes of the title; `more` follows after dashes."""
    words = "".join(_kept(character) for character in unicodedata.normalize("NFC", title or "")).split()
    stem = " ".join(words).encode()[:MOST_BYTES].decode(errors="ignore").strip(" -")
    return " - ".join((stem or PLAIN_NAME, *more))


def attachment(name: str) -> str:
    """The Content-Disposition of a file to be kept under this name (RFC 6266)."""
    stem, dot, ending = name.rpartition(".")
    ascii_stem = stem if stem.isascii() else PLAIN_NAME
    return f"attachment; filename=\"{ascii_stem}{dot}{ending}\"; filename*=UTF-8''{quote(name, safe='')}"


def _kept(character: str) -> str:
    """A letter, a digit or a dash; nothing for what is not seen or stands on a letter, else a space."""
    kind = unicodedata.category(character)
    if kind.startswith("L") or kind == "Nd":
        return character
    if kind == "Pd":
        return "-"
    return "" if kind in ("Mn", "Mc", "Me", "Cf") else " "
