"""The export says what was found, in an order that nothing but the finding decides."""

import json
import random
from dataclasses import replace

from bookanalysis.export import export_book
from bookanalysis.export.document import write_document
from bookanalysis.profile import Fact, FactKind
from bookanalysis.record import BookRecord, CharacterRecord, ChunkRecord

CHUNKS = (ChunkRecord(1, 1, "الفجر", 0, 40, "ملخص"), ChunkRecord(2, 1, "الفجر", 42, 60, gap="SAFETY"))
CHARACTERS = (
    CharacterRecord("c1", {1: [(0, 4)]}, 0.5),
    CharacterRecord("c2", {1: [(20, 23), (9, 12)], 2: [(0, 3)]}, 1.0),
    CharacterRecord("c3", {1: [(30, 34)]}, 0.51234),
    CharacterRecord("c4", {}, 1.0),
)
FACTS = (
    Fact(1, 0, 4, "c1", FactKind.NAME, "", "سالم", "سالم"),
    Fact(1, 9, 12, "c2", FactKind.NAME, "", "هند", "هند"),
    Fact(1, 20, 23, "c2", FactKind.ALIAS, "", "أم سالم", "أم سالم"),
    Fact(1, 30, 34, "c3", FactKind.NAME, "", "الطبيب", "الطبيب"),
    Fact(1, 5, 12, "c1", FactKind.RELATIONSHIP, "mentor", "معلم هند", "معلم هند", "c2"),
)
BOOK = BookRecord("طريق", "كاتبة", "ar", "scripted", CHUNKS, CHARACTERS, FACTS)


def test_characters_stand_by_mentions_then_by_first_place():
    document = export_book(BOOK)

    assert [character["name"] for character in document["characters"]] == ["هند", "سالم", "الطبيب"]
    assert [character["mentions"] for character in document["characters"]] == [3, 1, 1]


def test_a_character_has_its_names_and_every_place():
    hind = export_book(BOOK)["characters"][0]

    assert hind["aliases"] == ["أم سالم"]
    assert hind["appearances"] == [
        {"chunk": 1, "spans": [[9, 12], [20, 23]]},
        {"chunk": 2, "spans": [[0, 3]]},
    ]


def test_a_relationship_names_both_with_its_evidence():
    link = export_book(BOOK)["relationships"][0]

    assert link == {
        "a": "هند",
        "b": "سالم",
        "type": "student",
        "description": "معلم هند",
        "evidence": [{"chunk": 1, "start": 5, "end": 12, "quote": "معلم هند"}],
    }


def test_neither_keys_nor_the_order_of_records_show():
    keys = {"c1": "z", "c2": "y", "c3": "x", "c4": "w", "": ""}
    shuffled = random.Random(7)
    chunks, characters, facts = list(CHUNKS), list(CHARACTERS), list(FACTS)
    for records in (chunks, characters, facts):
        shuffled.shuffle(records)
    renamed = replace(
        BOOK,
        chunks=chunks,
        characters=[replace(each, key=keys[each.key]) for each in characters],
        facts=[replace(fact, character=keys[fact.character], other=keys[fact.other]) for fact in facts],
    )

    assert export_book(renamed) == export_book(BOOK)


def test_a_gap_is_shown():
    assert [chunk["gap"] for chunk in export_book(BOOK)["chunks"]] == [None, "SAFETY"]


def test_the_file_holds_arabic_as_it_is():
    written = write_document({"name": "هِنْد"})

    assert "هِنْد".encode() in written


def test_half_a_character_spoils_no_file():
    written = write_document({"value": "x\ud800"})

    assert json.loads(written.decode("utf-8")) == {"value": "x\ud800"}
