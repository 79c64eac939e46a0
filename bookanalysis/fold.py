"""A book's profiles and relationships, folded from its record. Pure; a leaf."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bookanalysis.profile import (
    IN_ORDER,
    Fact,
    Relationship,
    Role,
    profile_of,
    relationships_of,
    roles_of,
)
from bookanalysis.record import BookRecord, CharacterRecord, ChunkRecord


@dataclass(frozen=True, slots=True)
class FoldedCharacter:
    """`profile` is its `character_data`; the record's key is what the book's facts call it."""

    record: CharacterRecord
    role: Role
    profile: Mapping[str, Any]
    facts: Sequence[Fact]

    @property
    def name(self) -> str:
        name: str = self.profile["name"]
        return name


@dataclass(frozen=True, slots=True)
class FoldedBook:
    """The characters by rank: by their number of mentions, then by their first place.

    Facts and relationships call them by their ranks. The same reading has the same ranks, wherever it is
    from.
    """

    chunks: Mapping[int, ChunkRecord]
    characters: Mapping[str, FoldedCharacter]
    relationships: Sequence[Relationship]
    facts: Sequence[Fact]


def fold_book(book: BookRecord) -> FoldedBook:
    """Characters that no chunk mentions are left out."""
    records, facts = in_order(book)
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        said[fact.character].append(fact)
    roles = roles_of(
        {rank: record.num_of_mentions for rank, record in records.items()},
        {rank: record.num_of_chunks for rank, record in records.items()},
    )
    chunks = {chunk.number: chunk for chunk in sorted(book.chunks, key=lambda chunk: chunk.number)}
    chapters = {number: chunk.chapter_number for number, chunk in chunks.items()}
    profiles = {rank: profile_of(said[rank], roles[rank], (), chapters) for rank in records}
    relationships = relationships_of(facts)
    _add_relationships(profiles, relationships)
    characters = {
        rank: FoldedCharacter(record, roles[rank], profiles[rank], said[rank])
        for rank, record in records.items()
    }
    return FoldedBook(chunks, characters, relationships, facts)


def number_of(rank: str) -> int:
    """What files call a character by: 1 is who is mentioned most. Names may be shared."""
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
                fact.said_of(ranks[fact.character], ranks[fact.other])
                for fact in book.facts
                if fact.character in ranks and fact.other in ranks
            ),
            key=IN_ORDER,
        ),
    )


def _add_relationships(profiles: Mapping[str, dict[str, Any]], relationships: Iterable[Relationship]) -> None:
    """Each as its two characters see it."""
    for link in relationships:
        for one, other, kind in ((link.a, link.b, link.type), (link.b, link.a, link.type.inverse)):
            profiles[one]["relationships"].append(
                {
                    "character": profiles[other]["name"],
                    "type": kind.value,
                    "description": link.description,
                }
            )
