import json

import pytest

from bookanalysis.evaluation import GoldBroken, read_gold
from bookanalysis.profile import RelationshipType, Role

BOOK = {
    "title": "ليالي القرية",
    "words": 900,
    "characters": [
        {
            "name": "سالم",
            "aliases": ["أبو نادر"],
            "role": "main",
            "role_ok": ["main", "secondary"],
            "mentions": 9,
        },
        {"name": "هند", "mentions": 2, "note": "قليلة الذكر"},
    ],
    "optional_characters": [{"name": "الراعي", "aliases": ["راعي الغنم"]}],
    "distractors": ["عنترة"],
    "relationships": [{"a": "سالم", "b": "هند", "type": "family", "alt_types": ["romantic"]}],
}


@pytest.fixture
def gold_file(tmp_path):
    def write(content):
        file = tmp_path / "book.gold.json"
        file.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return file

    return write


def test_a_gold_file_says_who_is_in_the_book(gold_file):
    gold = read_gold(gold_file(BOOK))

    salim, hind = gold.characters
    assert gold.title == "ليالي القرية"
    assert salim.keys == ("سالم", "ابو نادر")
    assert salim.accepts(Role.SECONDARY)
    assert not salim.accepts(Role.MINOR)
    assert hind.role is None
    assert gold.optional_keys == {"الراعي", "راعي الغنم"}
    assert gold.distractor_keys == {"عنتره"}
    assert gold.relationships[0].types == {RelationshipType.FAMILY, RelationshipType.ROMANTIC}


def test_the_frequent_are_asked_for(gold_file):
    assert read_gold(gold_file(BOOK)).asked_for == {0}


def test_all_are_asked_for_where_none_is_frequent(gold_file):
    rare = BOOK | {"characters": [{"name": "سالم", "mentions": 2}, {"name": "هند", "mentions": 1}]}

    assert read_gold(gold_file(rare)).asked_for == {0, 1}


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("{", "JSON"),
        ("[]", "JSON"),
        ({"title": "بلا شخصيات"}, "characters"),
        (BOOK | {"characters": [{"name": "سالم", "role": "hero"}]}, "characters.0.role"),
        (BOOK | {"characters": [{"name": "سالم", "mentions": "many"}]}, "characters.0.mentions"),
        (BOOK | {"relationships": [{"a": "سالم", "b": "هند", "type": "twins"}]}, "relationships.0.type"),
    ],
)
def test_a_broken_gold_file_is_refused_with_the_place(gold_file, content, place):
    with pytest.raises(GoldBroken) as refused:
        read_gold(gold_file(content))

    assert place in refused.value.en
    assert "book.gold.json" in refused.value.ar
