"""What was found as tables, one a file."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bookanalysis.export.csv_file import Cell, write_csv
from bookanalysis.export.plain import joined
from bookanalysis.fold import FoldedBook, number_of

Row = tuple[Cell, ...]


class Table(StrEnum):
    CHARACTERS = "characters"
    RELATIONSHIPS = "relationships"
    FACTS = "facts"
    APPEARANCES = "appearances"


def write_table(found: FoldedBook, table: Table) -> bytes:
    layout = _LAYOUTS[table]
    return write_csv(layout.columns, layout.rows(found))


def _characters(found: FoldedBook) -> Iterator[Row]:
    for rank, character in found.characters.items():
        record, profile = character.record, character.profile
        first_chunk, _ = record.first_place
        yield (
            number_of(rank),
            character.name,
            joined(profile["aliases"]),
            profile["role"],
            profile["gender"],
            profile["age"],
            profile["occupation"],
            joined([f"{feature}: {said}" for feature, said in profile["physical_characteristics"].items()]),
            *(joined(profile["personality"][side]) for side in ("traits", "strengths", "weaknesses")),
            joined([event["event"] for event in profile["events"]]),
            record.num_of_mentions,
            record.num_of_chunks,
            first_chunk,
            found.chunks[first_chunk].chapter_number,
            round(record.confidence, 4),
        )


def _relationships(found: FoldedBook) -> Iterator[Row]:
    for link in found.relationships:
        first = link.evidence[0]
        yield (
            *_who(found, link.a),
            *_who(found, link.b),
            link.type.value,
            link.description,
            len(link.evidence),
            first.chunk,
            found.chunks[first.chunk].chapter_number,
            first.quote,
        )


def _facts(found: FoldedBook) -> Iterator[Row]:
    for fact in found.facts:
        yield (
            *_who(found, fact.character),
            fact.kind.value,
            str(fact.key),
            fact.value,
            *_who(found, fact.other),
            *_where(found, fact.chunk),
            fact.start,
            fact.end,
            fact.quote,
        )


def _appearances(found: FoldedBook) -> Iterator[Row]:
    for chunk in found.chunks:
        for rank, character in found.characters.items():
            if spans := character.record.mentions.get(chunk):
                yield *_who(found, rank), *_where(found, chunk), len(spans)


def _who(found: FoldedBook, rank: str) -> Row:
    return (number_of(rank), found.characters[rank].name) if rank else (None, None)


def _where(found: FoldedBook, chunk: int) -> Row:
    return chunk, found.chunks[chunk].chapter_number, found.chunks[chunk].chapter_title


@dataclass(frozen=True, slots=True)
class _Layout:
    columns: Sequence[str]
    rows: Callable[[FoldedBook], Iterator[Row]]


_WHO = ("character_id", "character")
_WITH_WHOM = ("other_id", "other")
_WHERE = ("chunk", "chapter", "chapter_title")

_LAYOUTS = {
    Table.CHARACTERS: _Layout(
        (
            *_WHO,
            "aliases",
            "role",
            "gender",
            "age",
            "occupation",
            "looks",
            "traits",
            "strengths",
            "weaknesses",
            "events",
            "mentions",
            "chunks",
            "first_chunk",
            "first_chapter",
            "confidence",
        ),
        _characters,
    ),
    Table.RELATIONSHIPS: _Layout(
        (
            *_WHO,
            *_WITH_WHOM,
            "relationship",
            "description",
            "places",
            "first_chunk",
            "first_chapter",
            "first_quote",
        ),
        _relationships,
    ),
    Table.FACTS: _Layout(
        (*_WHO, "kind", "key", "value", *_WITH_WHOM, *_WHERE, "start", "end", "quote"), _facts
    ),
    Table.APPEARANCES: _Layout((*_WHO, *_WHERE, "mentions"), _appearances),
}
