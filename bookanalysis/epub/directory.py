"""The end of a ZIP says how long its directory is: looked at before a directory is built in memory."""

import os
import struct
from collections.abc import Iterator
from typing import BinaryIO

from bookanalysis.errors import TooManyEntries

MOST_ENTRIES = 10_000
_LONGEST_DIRECTORY = MOST_ENTRIES * 512
_LONGEST_COMMENT = 2**16
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR_64 = struct.Struct("<4sLQL")


def refuse_long_directory(file: BinaryIO) -> None:
    """Raise `TooManyEntries` where a directory would not fit its limit; a file without one passes."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _LONGEST_COMMENT - _END.size - _LOCATOR_64.size - _END_64.size))
    for entries, length in _claims(file.read()):
        if entries > MOST_ENTRIES or length > _LONGEST_DIRECTORY:
            raise TooManyEntries(limit=MOST_ENTRIES)


def _claims(tail: bytes) -> Iterator[tuple[int, int]]:
    """Entries and bytes of the directory, as every record that could be taken for the last one has them."""
    at = tail.find(b"PK\x05\x06")
    while 0 <= at <= len(tail) - _END.size:
        *_, entries, length, _, _ = _END.unpack_from(tail, at)
        large = at - _LOCATOR_64.size - _END_64.size
        if large >= 0 and tail.startswith(b"PK\x06\x06", large):
            *_, entries, length, _ = _END_64.unpack_from(tail, large)
        yield entries, length
        at = tail.find(b"PK\x05\x06", at + 1)
