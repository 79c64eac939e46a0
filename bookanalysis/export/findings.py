"""What was found in a book, folded and in a fixed order: what every export is made of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bookanalysis.export.record import BookRecord, CharacterRecord, ChunkRecord
from bookanalysis.profile import IN_ORDER, Fact, Relationship, profile_of, relationships_of, roles_of


@dataclass(frozen=True, slots=True)
class FoundCharacter:
    """`profile` is what `profile_of` folds, without relationships."""

    record: CharacterRecord
    profile: Mapping[str, Any]
    facts: Sequence[Fact]

    @property
    def name(self) -> str:
        return str(self.profile["name"])


@dataclass(frozen=True, slots=True)
class Findings:
    """Characters by rank: by their number of mentions, then by their first place.

    `facts` and `relationships` call them by rank. The same reading has the same ranks, wherever it is from.
    """

    chunks: Mapping[int, ChunkRecord]
    characters: Mapping[str, FoundCharacter]
    facts: Sequence[Fact]
    relationships: Sequence[Relationship]


def findings_of(book: BookRecord) -> Findings:
    records, facts = in_order(book)
    chunks = {chunk.number: chunk for chunk in sorted(book.chunks, key=lambda chunk: chunk.number)}
    chapters = {number: chunk.chapter_number for number, chunk in chunks.items()}
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        said[fact.character].append(fact)
    roles = roles_of(
        {rank: record.num_of_mentions for rank, record in records.items()},
        {rank: record.num_of_chunks for rank, record in records.items()},
    )
    characters = {
        rank: FoundCharacter(record, profile_of(said[rank], roles[rank], (), chapters), said[rank])
        for rank, record in records.items()
    }
    return Findings(chunks, characters, facts, relationships_of(facts))


def number_of(rank: str) -> int:
    """What tables and graphs call a character by: 1 is who is mentioned most. Names may be shared."""
    return int(rank) + 1


def in_order(book: BookRecord) -> tuple[dict[str, CharacterRecord], list[Fact]]:
    """The characters by rank, and the facts with ranks for keys: no order depends on what the keys were."""
    present = [character for character in book.characters if character.num_of_mentions]
    present.sort(key=lambda character: (-character.num_of_mentions, character.first_place))
    ranks = {character.key: f"{rank:06}" for rank, character in enumerate(present)} | {"": ""}
    return (
        {ranks[character.key]: character for character in present},
        sorted(
            (
                replace(fact, character=ranks[fact.character], other=ranks[fact.other])
                for fact in book.facts
                if fact.character in ranks and fact.other in ranks
            ),
            key=IN_ORDER,
        ),
    )
