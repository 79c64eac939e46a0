"""Whether an answer says the same over and over, as models do that have lost the thread."""

import json
import zlib
from collections import Counter
from collections.abc import Iterator

from bookanalysis.arabic import sentences

_LONG = 2000
"""In bytes; shorter texts are not judged by how well they compress."""
_REPETITIVE = 0.06
"""Of its length, compressed. Made-up honest lists of up to a thousand items came to 0.10 and more; fifty
rounds of one sentence to less than 0.03."""
_MANY_ITEMS = 8
_MANY_SENTENCES = 4
_MANY_WORDS = 30
_DISTINCT_WORDS = 0.25
MOST_ITEMS = 400
MOST_CHARACTERS = 6000


def runs_away(text: str) -> bool:
    raw = text.encode()
    return len(raw) > _LONG and len(zlib.compress(raw)) < _REPETITIVE * len(raw)


def repeats_itself(said: object) -> bool:
    """Whether any list of an answer is mostly one item or endless, or any string one sentence."""
    return any(_is_monotone(items) for items in _lists(said)) or any(map(_drones, _strings(said)))


def _is_monotone(items: list[object]) -> bool:
    if len(items) > MOST_ITEMS:
        return True
    counts = Counter(json.dumps(item, sort_keys=True) for item in items)
    return len(items) >= _MANY_ITEMS and counts.most_common(1)[0][1] > len(items) / 2


def _drones(text: str) -> bool:
    words = text.split()
    said = Counter(text[start:end] for start, end in sentences(text))
    most = said.most_common(1)[0][1] if said else 0
    return (
        len(text) > MOST_CHARACTERS
        or (most >= _MANY_SENTENCES and most > sum(said.values()) / 2)
        or (len(words) >= _MANY_WORDS and len(set(words)) < _DISTINCT_WORDS * len(words))
    )


def _lists(said: object) -> Iterator[list[object]]:
    if isinstance(said, list):
        yield said
    for inner in _inside(said):
        yield from _lists(inner)


def _strings(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    for inner in _inside(said):
        yield from _strings(inner)


def _inside(said: object) -> list[object]:
    if isinstance(said, dict):
        return list(said.values())
    return said if isinstance(said, list) else []
