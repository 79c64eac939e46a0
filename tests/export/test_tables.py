import csv
from io import StringIO

import pytest

from bookanalysis.export.tables import Table, write_table
from bookanalysis.fold import fold_book
from tests.export.readings import BOOK, EMPTY


def rows(table, book=BOOK):
    text = write_table(fold_book(book), table).decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_a_character_is_a_row_by_rank_with_its_profile():
    first = rows(Table.CHARACTERS)[0]

    assert first == {
        "character_id": "1",
        "character": "هِنْدُ",
        "aliases": "أم سالم | الخالة",
        "role": "main",
        "gender": "female",
        "age": "",
        "occupation": "",
        "looks": "hair: أسود",
        "traits": "'=1+1",
        "strengths": "",
        "weaknesses": "",
        "events": "",
        "mentions": "3",
        "chunks": "2",
        "first_chunk": "1",
        "first_chapter": "1",
        "confidence": "1.0",
    }


def test_characters_of_one_name_are_told_apart_by_id():
    named = [(row["character_id"], row["character"]) for row in rows(Table.CHARACTERS)]

    assert named[1:] == [("2", "سالِمٌ"), ("3", "سالِمٌ")]


def test_a_relationship_is_read_from_the_first_to_the_second():
    assert rows(Table.RELATIONSHIPS) == [
        {
            "character_id": "1",
            "character": "هِنْدُ",
            "other_id": "2",
            "other": "سالِمٌ",
            "relationship": "student",
            "description": "علّمها",
            "places": "2",
            "first_chunk": "1",
            "first_chapter": "1",
            "first_quote": "معلم\nهند",
        }
    ]


def test_a_fact_has_its_place_and_words():
    taught = next(row for row in rows(Table.FACTS) if row["kind"] == "relationship" and row["chunk"] == "2")

    assert taught == {
        "character_id": "2",
        "character": "سالِمٌ",
        "kind": "relationship",
        "key": "mentor",
        "value": "علّمها",
        "other_id": "1",
        "other": "هِنْدُ",
        "chunk": "2",
        "chapter": "2",
        "chapter_title": "'=الليل",
        "start": "5",
        "end": "9",
        "quote": "علّمها",
    }


def test_facts_stand_in_the_order_of_the_text():
    places = [(int(row["chunk"]), int(row["start"]), int(row["end"])) for row in rows(Table.FACTS)]

    assert len(places) == len(BOOK.facts)
    assert places == sorted(places)


def test_appearances_count_the_mentions_chunk_by_chunk():
    counts = [
        (row["chunk"], row["character_id"], row["character"], row["mentions"])
        for row in rows(Table.APPEARANCES)
    ]

    assert counts == [
        ("1", "1", "هِنْدُ", "2"),
        ("1", "2", "سالِمٌ", "1"),
        ("2", "1", "هِنْدُ", "1"),
        ("2", "3", "سالِمٌ", "1"),
    ]


@pytest.mark.parametrize("table", Table)
def test_of_a_book_that_is_not_read_only_the_columns_are_there(table):
    written = write_table(fold_book(EMPTY), table).decode("utf-8-sig")

    assert written.count("\r\n") == 1
    assert written.startswith("character_id,character,")
