"""A reader in the middle of a book sees no more than the book has told."""

import pytest

from tests.told_later import LAST
from tests.visitor import data_of, refused


def names(characters):
    return [character["name"] for character in characters]


def by_name(characters):
    return {character["name"]: character for character in characters}


def without_times(found):
    return sorted(
        ({key: value for key, value in each.items() if not key.endswith("_at")} for each in found), key=str
    )


def test_a_name_told_later_does_not_show(look):
    assert names(look(until_chunk=4)) == ["منصور", "سلمى"]
    assert names(look(until_chunk=5)) == ["منصور العمراني", "سلمى"]


def test_who_is_not_met_yet_is_not_there(look):
    assert set(names(look(until_chunk=1))) == {"منصور", "سلمى"}


def test_two_are_two_until_the_book_says_that_they_are_one(look):
    apart, joined = by_name(look(until_chunk=3)), by_name(look(until_chunk=4))

    assert apart.keys() == {"منصور", "سلمى", "زياد"}
    assert [each["character_data"]["aliases"] for each in apart.values()] == [[], [], []]
    assert joined.keys() == {"منصور", "سلمى"}
    assert joined["منصور"]["character_data"]["aliases"] == ["زياد"]
    assert joined["منصور"]["mention_count"] == 7


def test_counts_and_confidence_are_those_of_the_place(look):
    at_first, at_last = by_name(look(until_chunk=1))["منصور"], by_name(look())["منصور العمراني"]

    assert (at_first["mention_count"], at_last["mention_count"]) == (1, 14)
    assert at_first["confidence"] == 0.5 < at_last["confidence"]


def test_a_role_is_that_of_the_place(look):
    assert by_name(look(until_chunk=1))["سلمى"]["role"] == "main"
    assert by_name(look())["سلمى"]["role"] == "secondary"
    assert names(look(until_chunk=1, role="secondary")) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, ["سلمى", "زياد", "منصور"]),
        ({"ordering": "mention_count"}, ["منصور", "زياد", "سلمى"]),
        ({"ordering": "name"}, ["زياد", "سلمى", "منصور"]),
        ({"ordering": "-name"}, ["منصور", "سلمى", "زياد"]),
        ({"q": "زِياد"}, ["زياد"]),
        ({"q": "العمراني"}, []),
        ({"ordering": "name", "page_size": 2, "page": 2}, ["منصور"]),
        ({"page": 7}, []),
    ],
)
def test_what_stood_is_searched_ordered_and_paged(look, query, found):
    listed = names(look(until_chunk=3, **query))

    if not query:  # two are mentioned as often: which of them is first, their ids decide
        listed, found = sorted(listed), sorted(found)
    elif query == {"ordering": "mention_count"}:
        listed, found = listed[:1], found[:1]
    assert listed == found


@pytest.mark.parametrize("ordering", ["-mention_count", "mention_count", "name", "-name", "-confidence"])
def test_at_the_end_all_stands_as_without_a_place(look, ordering):
    assert look(until_chunk=LAST, ordering=ordering) == look(ordering=ordering)
    assert look(until_chunk=10**30, ordering=ordering) == look(ordering=ordering)


def test_the_total_is_of_what_stood(amina, book_id):
    answer = amina.get(f"/api/characters/?book_id={book_id}&until_chunk=3&page_size=2")

    assert answer.json["pagination"] == {"page": 1, "page_size": 2, "total": 3, "total_pages": 2}


def test_one_who_is_dropped_later_has_a_page_until_then(amina, look):
    ziyad = by_name(look(until_chunk=3))["زياد"]["character_id"]
    path = f"/api/characters/{ziyad}/"

    shown = data_of(amina.get(f"{path}?until_chunk=3"))

    assert (shown["character_id"], shown["name"]) == (ziyad, "زياد")
    said = [(fact["kind"], fact["chunk_number"], fact["quote"]) for fact in shown["evidence"]]
    assert said == [("name", 2, "زياد"), ("relationship", 3, "سلمى أخت زياد")]
    assert [(each["chunk_number"], each["mention_count"]) for each in shown["mentions"]] == [(2, 2), (3, 1)]
    refused(amina.get(f"{path}?until_chunk=1"), 404, "CHARACTER_NOT_FOUND")


def test_once_they_are_one_both_lead_to_the_one_that_is_kept(amina, look):
    ziyad = by_name(look(until_chunk=3))["زياد"]["character_id"]
    mansur = by_name(look(until_chunk=3))["منصور"]["character_id"]

    for place, name in (("?until_chunk=4", "منصور"), ("", "منصور العمراني")):
        shown = [data_of(amina.get(f"/api/characters/{each}/{place}")) for each in (ziyad, mansur)]

        assert shown[0] == shown[1]
        assert (shown[0]["character_id"], shown[0]["name"]) == (mansur, name)


def test_nobody_elses_character_shows_at_any_place(visitor, look):
    ziyad = by_name(look(until_chunk=3))["زياد"]["character_id"]

    badr = visitor("badr@example.org")

    refused(badr.get(f"/api/characters/{ziyad}/?until_chunk=3"), 404, "CHARACTER_NOT_FOUND")
    refused(badr.get(f"/api/characters/{ziyad}/"), 404, "CHARACTER_NOT_FOUND")


def test_at_the_end_a_character_stands_as_without_a_place(amina, look):
    path = f"/api/characters/{look()[0]['character_id']}/"

    at_the_end, whole = data_of(amina.get(f"{path}?until_chunk={LAST}")), data_of(amina.get(path))

    assert without_times(at_the_end.pop("evidence")) == without_times(whole.pop("evidence"))
    assert at_the_end == whole


def test_a_claim_told_later_does_not_show(amina, look):
    mansur = by_name(look(until_chunk=3))["منصور"]

    assert mansur["character_data"]["physical_characteristics"] == {}
    assert look(until_chunk=4)[0]["character_data"]["physical_characteristics"] == {"scar": "في يده اليسرى"}


def test_a_relationship_told_later_does_not_show(look):
    assert look("relationships/", until_chunk=2) == []

    (link,) = look("relationships/", until_chunk=3)
    assert {link["name_1"], link["name_2"]} == {"زياد", "سلمى"}
    assert [fact["quote"] for fact in link["evidence"]] == ["سلمى أخت زياد"]

    (link,) = look("relationships/", until_chunk=4)
    assert {link["name_1"], link["name_2"]} == {"منصور", "سلمى"}
    assert link["character_id_1"] < link["character_id_2"]


def test_at_the_end_relationships_and_appearances_stand_as_without_a_place(look):
    for what in ("relationships/", "appearances/"):
        assert without_times(look(what, until_chunk=LAST)) == without_times(look(what))


def test_appearances_count_apart_who_is_one_later(look):
    who = {character["character_id"]: character["name"] for character in look(until_chunk=3)}

    counts = look("appearances/", until_chunk=3)

    assert [(each["chunk_number"], who[each["character_id"]], each["mention_count"]) for each in counts] == [
        (1, "منصور", 1),
        (1, "سلمى", 2),
        (2, "زياد", 2),
        (3, "سلمى", 1),
        (3, "زياد", 1),
        (3, "منصور", 1),
    ]
