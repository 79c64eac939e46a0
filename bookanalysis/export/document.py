"""A book's reading as plain JSON, in a fixed order: the same from memory as from the database."""

import json
from collections.abc import Mapping
from typing import Any

from bookanalysis.fold import FoldedBook, FoldedCharacter, fold_book
from bookanalysis.profile import Fact, FactKind, Relationship
from bookanalysis.record import BookRecord, ChunkRecord

Document = dict[str, Any]


def export_book(book: BookRecord) -> Document:
    """The document. Characters stand by their number of mentions, then by their first place."""
    found = fold_book(book)
    return {
        "title": book.title,
        "author": book.author,
        "language": book.language,
        "reader": book.reader,
        "chunks": [_chunk(chunk) for chunk in found.chunks.values()],
        "characters": [_character(character, found) for character in found.characters.values()],
        "relationships": [_relationship(link, found) for link in found.relationships],
    }


def write_document(document: Mapping[str, Any]) -> bytes:
    """As a file: UTF-8, letters as they are. Half a character, which UTF-8 cannot say, becomes its escape."""
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "backslashreplace")


def _chunk(chunk: ChunkRecord) -> Document:
    return {
        "number": chunk.number,
        "chapter": chunk.chapter_number,
        "chapter_title": chunk.chapter_title,
        "start": chunk.start,
        "end": chunk.end,
        "summary": chunk.summary,
        "gap": chunk.gap,
    }


def _character(character: FoldedCharacter, found: FoldedBook) -> Document:
    record, profile = character.record, character.profile
    return {
        "name": profile["name"],
        "aliases": profile["aliases"],
        "role": profile["role"],
        "confidence": round(record.confidence, 4),
        "mentions": record.num_of_mentions,
        "appearances": [
            {"chunk": chunk, "spans": [list(span) for span in sorted(spans)]}
            for chunk, spans in sorted(record.mentions.items())
            if spans
        ],
        "facts": [_fact(fact, found) for fact in character.facts],
    }


def _fact(fact: Fact, found: FoldedBook) -> Document:
    said = {"kind": fact.kind.value, "key": str(fact.key), "value": fact.value}
    if fact.kind is FactKind.RELATIONSHIP:
        said["other"] = found.characters[fact.other].name
    return {**said, **_place(fact)}


def _relationship(link: Relationship, found: FoldedBook) -> Document:
    return {
        "a": found.characters[link.a].name,
        "b": found.characters[link.b].name,
        "type": link.type.value,
        "description": link.description,
        "evidence": [_place(fact) for fact in link.evidence],
    }


def _place(fact: Fact) -> Document:
    return {"chunk": fact.chunk, "start": fact.start, "end": fact.end, "quote": fact.quote}
