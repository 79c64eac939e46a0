"""Text for formats that cannot hold every character that a text may hold."""

import re

_NOT_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""XML 1.0's `Char`, less the carriage return: readers of XML make it a line feed anyway."""


def plain(text: str) -> str:
    """The text without control characters and halves of characters; its lines end with a line feed."""
    return _NOT_IN_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def joined(values: list[str]) -> str:
    """Several values in one cell, readable from either side."""
    return " | ".join(values)
