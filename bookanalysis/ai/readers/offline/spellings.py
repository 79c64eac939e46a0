"""One spelling for each foreign name that a book writes in several ways."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from bookanalysis.ai.identity.spelling import same_foreign_word, sounds_of
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.tables import Tables

_LISTED = 3


def one_spelling(
    mentions: Sequence[NamePlace], apart: Collection[frozenset[str]], tables: Tables
) -> list[NamePlace]:
    """The mentions with every name in its commonest spelling; words of `apart` name two people."""
    counts = Counter(word for mention in mentions for word in mention.core)
    beside = {
        frozenset((word, other)) for mention in mentions for word in mention.core for other in mention.core
    }
    same: dict[str, str] = {}
    by_sounds: dict[str, list[str]] = {}
    for word in sorted(counts, key=lambda word: (-counts[word], word)):
        alike = by_sounds.setdefault(sounds_of(word), [])
        for other in alike:
            pair = frozenset((word, other))
            if (
                pair not in apart
                and pair not in beside
                and same_foreign_word(word, other, lambda word: tables.names(word).given >= _LISTED)
            ):
                same[word] = other
                break
        else:
            alike.append(word)
    if not same:
        return list(mentions)
    return [
        replace(mention, core=tuple(same.get(word, word) for word in mention.core)) for mention in mentions
    ]
