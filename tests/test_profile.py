"""A profile is a fold over facts."""

from dataclasses import replace

from bookanalysis.profile import (
    Fact,
    FactKind,
    RelationshipType,
    Role,
    merged,
    names_of,
    profile_of,
    relationships_of,
    roles_of,
)


def said(kind: FactKind, value: str, chunk: int = 1, start: int = 0, key: str = "", **more: str) -> Fact:
    return Fact(
        chunk, start, start + len(value), more.pop("character", "c1"), kind, key, value, value, **more
    )


def link(a: str, b: str, type_: RelationshipType, words: str, chunk: int = 1) -> Fact:
    return said(FactKind.RELATIONSHIP, words, chunk, key=type_.value, character=a, other=b)


def test_the_latest_name_is_the_name_and_earlier_ones_become_aliases():
    facts = [
        said(FactKind.NAME, "سلمى كرامة", chunk=3),
        said(FactKind.NAME, "سلمى", chunk=1),
        said(FactKind.ALIAS, "الآنسة سلمى", chunk=2),
    ]

    name, aliases = names_of(facts)

    assert name == "سلمى كرامة"
    assert aliases == ["سلمى", "الآنسة سلمى"]


def test_single_values_are_the_latest_and_lists_keep_their_order():
    facts = [
        said(FactKind.NAME, "أمين"),
        said(FactKind.AGE, "طفل", chunk=1),
        said(FactKind.AGE, "شاب", chunk=4),
        said(FactKind.TRAIT, "كريم", chunk=3),
        said(FactKind.TRAIT, "شجاع", chunk=2),
        said(FactKind.TRAIT, "كريم", chunk=5),
    ]

    profile = profile_of(facts, Role.MAIN)

    assert profile["age"] == "شاب"
    assert profile["personality"]["traits"] == ["شجاع", "كريم"]


def test_a_gender_is_the_one_most_evidence_says():
    facts = [
        said(FactKind.GENDER, "female", chunk=1),
        said(FactKind.GENDER, "female", chunk=2),
        said(FactKind.GENDER, "male", chunk=3),
    ]

    assert profile_of(facts, Role.MAIN)["gender"] == "female"
    assert profile_of(facts[1:], Role.MAIN)["gender"] == "male"
    assert profile_of([], Role.MAIN)["gender"] is None


def test_a_profile_as_it_stood_needs_only_the_facts_up_to_there():
    facts = [said(FactKind.NAME, "أمين"), said(FactKind.AGE, "طفل", 1), said(FactKind.AGE, "شيخ", 9)]

    profile = profile_of([fact for fact in facts if fact.chunk <= 1], Role.MINOR)

    assert profile["age"] == "طفل"


def test_an_event_knows_its_chapter_and_importance():
    facts = [said(FactKind.EVENT, "غادر القرية", chunk=7, key="high")]

    profile = profile_of(facts, Role.MAIN, chapters={7: 3})

    assert profile["events"] == [{"event": "غادر القرية", "chapter": 3, "importance": "high"}]


def test_a_pair_has_the_type_with_most_evidence_whoever_said_it():
    facts = [
        link("c1", "c2", RelationshipType.FRIEND, "صديقه"),
        link("c2", "c1", RelationshipType.FAMILY, "أخته", chunk=2),
        link("c1", "c2", RelationshipType.FAMILY, "أخوها", chunk=3),
    ]

    (relationship,) = relationships_of(facts)

    assert (relationship.a, relationship.b) == ("c1", "c2")
    assert relationship.type is RelationshipType.FAMILY
    assert relationship.description == "أخوها"
    assert len(relationship.evidence) == 3


def test_a_tie_goes_to_the_latest():
    facts = [
        link("c1", "c2", RelationshipType.FRIEND, "صديقه", chunk=1),
        link("c1", "c2", RelationshipType.ENEMY, "عدوه", chunk=2),
    ]

    assert relationships_of(facts)[0].type is RelationshipType.ENEMY


def test_a_teacher_seen_from_the_other_side_is_a_student():
    facts = [link("c2", "c1", RelationshipType.MENTOR, "أستاذه")]

    assert relationships_of(facts)[0].type is RelationshipType.STUDENT


def test_being_seen_together_never_outweighs_a_word_that_says_more():
    facts = [link("c1", "c2", RelationshipType.OTHER, "معا", chunk) for chunk in range(1, 6)]
    facts.append(link("c1", "c2", RelationshipType.ROMANTIC, "يحبها", chunk=2))

    assert relationships_of(facts)[0].type is RelationshipType.ROMANTIC


def test_at_most_five_are_main_and_a_small_share_is_minor():
    mentions = {f"c{number}": 100 for number in range(1, 8)} | {"c8": 7, "c9": 5}

    roles = roles_of(mentions, dict.fromkeys(mentions, 3))

    assert list(roles.values()).count(Role.MAIN) == 5
    assert roles["c8"] is Role.SECONDARY
    assert roles["c9"] is Role.MINOR


def test_who_fills_one_scene_is_minor():
    roles = roles_of({"c1": 100, "c2": 10, "c3": 10}, {"c1": 20, "c2": 1, "c3": 4})

    assert (roles["c2"], roles["c3"]) == (Role.MINOR, Role.SECONDARY)


def test_a_joined_character_keeps_its_name_and_gets_the_others_as_aliases():
    facts = [
        Fact(1, 0, 4, "c1", FactKind.NAME, "", "الطبيب", "الطبيب"),
        Fact(2, 0, 4, "c2", FactKind.NAME, "", "الدكتور رائد", "الدكتور رائد"),
    ]

    assert names_of(merged(facts, {"c2": "c1"})) == ("الطبيب", ["الدكتور رائد"])


def test_a_character_is_not_related_to_itself_after_it_was_joined():
    link = Fact(1, 0, 4, "c1", FactKind.RELATIONSHIP, "friend", "صديقه", "صديقه", "c2")

    assert merged([link], {"c2": "c1"}) == []
    assert merged([link], {"c1": "c3"}) == [replace(link, character="c3")]
