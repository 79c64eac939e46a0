"""A book's profiles and relationships, folded from its record. Pure; a leaf."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bookanalysis.export import BookRecord, CharacterRecord, in_order
from bookanalysis.profile import Fact, Relationship, Role, profile_of, relationships_of, roles_of


@dataclass(frozen=True, slots=True)
class FoldedCharacter:
    """`profile` is its `character_data`; the record's key is what the book's facts call it."""

    record: CharacterRecord
    role: Role
    profile: Mapping[str, Any]

    @property
    def name(self) -> str:
        name: str = self.profile["name"]
        return name


@dataclass(frozen=True, slots=True)
class FoldedBook:
    """The characters by rank, most mentioned first; facts and relationships call them by their ranks."""

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
    chapters = {chunk.number: chunk.chapter_number for chunk in book.chunks}
    profiles = {rank: profile_of(said[rank], roles[rank], (), chapters) for rank in records}
    relationships = relationships_of(facts)
    _add_relationships(profiles, relationships)
    return FoldedBook(
        {rank: FoldedCharacter(record, roles[rank], profiles[rank]) for rank, record in records.items()},
        relationships,
        facts,
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
