"""The novels to learn from, and which of their words are names."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELLED_CHARACTERS = 260_000


@dataclass(frozen=True)
class Labels:
    """The labelled beginning of one novel; all words are keys."""

    text: str
    names: frozenset[str]
    ambiguous: frozenset[str]
    persons: tuple[dict, ...]


def novels(corpus: Path) -> Iterator[tuple[str, str]]:
    """File name and text of each novel."""
    for path in sorted((corpus / "novels").glob("*.txt.gz")):
        yield path.name, _text(path)


def labelled(corpus: Path) -> dict[str, Labels]:
    labels = json.loads((corpus / "labels.json").read_text("utf-8"))
    return {
        name: Labels(
            text=_beginning(_text(corpus / "novels" / name), entry["words_covered"]),
            names=frozenset(entry["names"]),
            ambiguous=frozenset(entry["ambiguous"]),
            persons=tuple(entry["persons"] or ()),
        )
        for name, entry in labels.items()
    }


def _text(path: Path) -> str:
    text = gzip.decompress(path.read_bytes()).decode("utf-8")
    return "\n".join(line.removeprefix("# ") for line in text.split("\n"))


def _beginning(text: str, words: int | None) -> str:
    if words is None:
        return text[:LABELLED_CHARACTERS]
    lines, seen = [], 0
    for line in text.split("\n"):
        if seen >= words:
            break
        lines.append(line)
        seen += len(line.split())
    return "\n".join(lines)
