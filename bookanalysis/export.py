"""A book's reading as plain JSON, in a fixed order: the same from memory as from the database."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bookanalysis.profile import Fact, FactKind, Relationship, Role, names_of, relationships_of, roles_of

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class ChunkRecord:
    """A chunk and its place in the cleaned text."""

    number: int
    chapter_number: int
    chapter_title: str
    start: int
    end: int
    summary: str | None = None
    gap: str | None = None


@dataclass(frozen=True, slots=True)
class CharacterRecord:
    """A character after all merges. `key` is what facts call it; it is not exported.

    `mentions` maps a chunk's number to the spans in the chunk's text.
    """

    key: str
    mentions: Mapping[int, Sequence[Span]]
    confidence: float

    @property
    def num_of_mentions(self) -> int:
        return sum(map(len, self.mentions.values()))

    @property
    def num_of_chunks(self) -> int:
        return sum(1 for spans in self.mentions.values() if spans)

    @property
    def first_place(self) -> tuple[int, Span]:
        return min((chunk, min(spans)) for chunk, spans in self.mentions.items() if spans)


@dataclass(frozen=True, slots=True)
class BookRecord:
    """All that is known of a book, in any order."""

    title: str | None
    author: str | None
    language: str | None
    reader: str
    chunks: Sequence[ChunkRecord] = ()
    characters: Sequence[CharacterRecord] = ()
    facts: Sequence[Fact] = ()


def export_book(book: BookRecord) -> dict[str, Any]:
    """The document. Characters stand by their number of mentions, then by their first place."""
    characters, facts = in_order(book)
    said: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        said[fact.character].append(fact)
    roles = roles_of(
        {rank: character.num_of_mentions for rank, character in characters.items()},
        {rank: character.num_of_chunks for rank, character in characters.items()},
    )
    names = {rank: names_of(said[rank])[0] for rank in characters}
    return {
        "title": book.title,
        "author": book.author,
        "language": book.language,
        "reader": book.reader,
        "chunks": [_chunk(chunk) for chunk in sorted(book.chunks, key=lambda chunk: chunk.number)],
        "characters": [
            _character(character, roles[rank], said[rank], names) for rank, character in characters.items()
        ],
        "relationships": [_relationship(link, names) for link in relationships_of(facts)],
    }


def in_order(book: BookRecord) -> tuple[dict[str, CharacterRecord], list[Fact]]:
    """The characters by rank, and the facts with ranks for keys: no order depends on what the keys were."""
    present = [character for character in book.characters if character.num_of_mentions]
    present.sort(key=lambda character: (-character.num_of_mentions, character.first_place))
    ranks = {character.key: f"{rank:06}" for rank, character in enumerate(present)} | {"": ""}
    return (
        {ranks[character.key]: character for character in present},
        sorted(
            replace(fact, character=ranks[fact.character], other=ranks[fact.other])
            for fact in book.facts
            if fact.character in ranks and fact.other in ranks
        ),
    )


def _chunk(chunk: ChunkRecord) -> dict[str, Any]:
    return {
        "number": chunk.number,
        "chapter": chunk.chapter_number,
        "chapter_title": chunk.chapter_title,
        "start": chunk.start,
        "end": chunk.end,
        "summary": chunk.summary,
        "gap": chunk.gap,
    }


def _character(
    character: CharacterRecord, role: Role, facts: Sequence[Fact], names: Mapping[str, str]
) -> dict[str, Any]:
    name, aliases = names_of(facts)
    return {
        "name": name,
        "aliases": aliases,
        "role": role.value,
        "confidence": round(character.confidence, 4),
        "mentions": character.num_of_mentions,
        "appearances": [
            {"chunk": chunk, "spans": [list(span) for span in sorted(spans)]}
            for chunk, spans in sorted(character.mentions.items())
            if spans
        ],
        "facts": [_fact(fact, names) for fact in facts],
    }


def _fact(fact: Fact, names: Mapping[str, str]) -> dict[str, Any]:
    said = {"kind": fact.kind.value, "key": str(fact.key), "value": fact.value}
    if fact.kind is FactKind.RELATIONSHIP:
        said["other"] = names[fact.other]
    return {**said, **_place(fact)}


def _relationship(link: Relationship, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "a": names[link.a],
        "b": names[link.b],
        "type": link.type.value,
        "description": link.description,
        "evidence": [_place(fact) for fact in link.evidence],
    }


def _place(fact: Fact) -> dict[str, Any]:
    return {"chunk": fact.chunk, "start": fact.start, "end": fact.end, "quote": fact.quote}
