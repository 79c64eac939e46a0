"""The cast knows who is meant, chunk by chunk."""

import pytest

from bookanalysis.ai.identity import Cast, FoundPerson
from bookanalysis.ai.readers import KnownPerson
from bookanalysis.arabic import FoldedText
from bookanalysis.joins import merges_of
from bookanalysis.profile import FactKind, names_of


def person(*forms: str, name: str = "") -> FoundPerson:
    """A person mentioned under each form, ten letters apart."""
    places = tuple((10 * n, 10 * n + len(form), form) for n, form in enumerate(forms))
    return FoundPerson(name or forms[0], places)


def keys_of(cast: Cast, *names: str) -> list[str]:
    """Who each name is taken for, each met in a chunk of its own."""
    return [cast.meet(chunk, [person(name)])[0].character for chunk, name in enumerate(names, 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("رائد", "رائد الحمصي"),
        ("رائد الحمصي", "الأستاذ رائد"),
        ("رائد الحمصي", "الحمصي"),
        ("رائد أفندي", "رائد"),
        ("أبو هلال", "أبا هلال"),
        ("أبو هلال منذر", "أبي هلال"),
        ("أبو هلال منذر", "منذر"),
        ("أُسَيْد", "اسيد"),
        ("رائدا", "رائد"),
        ("عبد الرحيم", "عبد الرحيم بن غسان"),
        ("الدكتور غسان", "الدكتور"),
        ("لميس بنت غسان", "لميس"),
    ],
)
def test_two_forms_of_one_name_are_one_character(first, second):
    assert keys_of(Cast(), first, second) == ["c1", "c1"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("رائد", "غسان"),
        ("هلال", "أبو هلال"),
        ("أبو هلال", "أم هلال"),
        ("منذر بن غسان", "منذر بن رائد"),
        ("السيد الحمصي", "السيدة الحمصي"),
        ("رائد الحمصي", "رائد البصري"),
        ("غسان", "ابن غسان"),
        ("عبد الرحيم", "عبد الكريم"),
    ],
)
def test_names_of_two_people_are_two_characters(first, second):
    assert keys_of(Cast(), first, second) == ["c1", "c2"]


def test_of_two_namesakes_the_one_met_last_is_meant():
    assert keys_of(Cast(), "منذر البصري", "منذر الحمصي", "منذر") == ["c1", "c2", "c2"]


def test_the_fullest_name_tells_who_a_short_mention_is():
    cast = Cast()
    keys_of(cast, "منذر البصري", "منذر الحمصي")

    (met,) = cast.meet(3, [person("منذر", name="منذر البصري")])

    assert met.character == "c1"
    assert met.spans == ((0, 4),)


def test_characters_are_numbered_by_their_first_mention():
    cast = Cast()
    late, early = FoundPerson("رائد", ((50, 54, "رائد"),)), FoundPerson("لميس", ((5, 9, "لميس"),))

    met = cast.meet(1, [late, early])

    assert [(seen.character, seen.name) for seen in met] == [("c1", "لميس"), ("c2", "رائد")]


def test_the_last_name_fact_is_the_fullest_form_and_the_rest_are_aliases():
    cast = Cast()
    facts = [
        fact
        for chunk, form in enumerate(["لميس", "لميس الحمصية", "السيدة لميس", "لميس"], 1)
        for seen in cast.meet(chunk, [person(form)])
        for fact in seen.facts
    ]

    name, aliases = names_of(facts)

    assert name == "لميس الحمصية"
    assert aliases == ["لميس", "السيدة لميس"]
    assert [fact.chunk for fact in facts] == [1, 2, 3]


def test_a_form_has_one_fact_at_its_first_place():
    (met,) = Cast().meet(3, [person("رائد", "رائد", "رَائِد")])

    assert [(fact.chunk, fact.start, fact.kind) for fact in met.facts] == [(3, 0, FactKind.NAME)]
    assert len(met.spans) == 3


def test_known_persons_are_met_under_their_names_whatever_the_rules_say():
    known = [KnownPerson("لميس", ("لميس", "أميرة البحر")), KnownPerson("رائد", ("رائد",))]
    cast = Cast(known)

    first = cast.meet(1, [person("أميرة البحر", name="لميس")])
    second = cast.meet(2, [person("لميس")])

    assert first[0].character == second[0].character
    assert names_of([*first[0].facts, *second[0].facts]) == ("لميس", ["أميرة البحر"])


def test_a_known_person_bears_the_confidence_of_the_reader():
    (met,) = Cast([KnownPerson("لميس", ("لميس",), confidence=0.7)]).meet(1, [person("لميس")])

    assert met.confidence == 0.7


def test_namesakes_among_the_known_stay_two():
    known = [
        KnownPerson("منذر البصري", ("منذر البصري", "منذر")),
        KnownPerson("منذر الحمصي", ("منذر الحمصي", "منذر")),
    ]
    cast = Cast(known)

    met = cast.meet(1, [person("منذر", name="منذر الحمصي"), person("منذر البصري")])

    assert len(met) == 2


def test_a_person_without_a_mention_is_not_met():
    assert Cast().meet(1, [FoundPerson("رائد", ())]) == []


def test_linked_characters_merge_into_the_one_that_came_first():
    cast = Cast()
    keys_of(cast, "رائد", "لميس", "غسان")

    cast.link("c3", "c2", 1)
    cast.link("c1", "c3", 1)

    assert merges_of(cast.joins) == {"c2": "c1", "c3": "c1"}


def test_the_same_chunks_give_the_same_cast():
    def read() -> list[tuple[str, ...]]:
        cast = Cast()
        chunks = [[person("رائد الحمصي"), person("لميس")], [person("الحمصي"), person("أبو هلال")]]
        return [tuple(seen.character for seen in cast.meet(n, found)) for n, found in enumerate(chunks, 1)]

    assert read() == read()


def meet_in(cast: Cast, chunk: int, text: str, *names: str) -> dict[str, str]:
    """Meet the persons of a text, each named where the name stands and no longer one; their characters."""
    places = list(FoldedText(text).find(names))
    persons = [
        FoundPerson(name, tuple((*place, name) for place in places if text[slice(*place)] == name))
        for name in names
    ]
    by_span = {span: seen.character for seen in cast.meet(chunk, persons, text) for span in seen.spans}
    return {person.name: by_span[person.mentions[0][:2]] for person in persons}


@pytest.mark.parametrize("form", ["أنا", "هو", "الرجل", "الراوي", "أخته"])
def test_a_word_that_names_nobody_is_no_character(form):
    assert Cast().meet(1, [person(form)]) == []


def test_mentions_by_a_pronoun_are_left_out_of_a_person():
    (met,) = Cast().meet(1, [person("هي", "لميس", "المرأة", name="هي")])

    assert met.name == "لميس"
    assert met.spans == ((10, 14),)


def test_who_speak_to_each_other_are_two_whatever_their_names_are():
    met = meet_in(Cast(), 1, "قال رائد لرائد الحمصي: تعال", "رائد", "رائد الحمصي")

    assert met == {"رائد": "c1", "رائد الحمصي": "c2"}


def test_a_namesake_spoken_to_is_the_other_one():
    cast = Cast()
    keys_of(cast, "منذر الحمصي", "منذر البصري")

    met = meet_in(cast, 3, "قال منذر لمنذر البصري: تعال", "منذر", "منذر البصري")

    assert met == {"منذر": "c1", "منذر البصري": "c2"}


def test_a_told_name_joins_two_characters_at_the_end():
    cast = Cast()
    met = meet_in(cast, 1, "جاء غسان الملقب بسهيل. ثم جلس سهيل.", "غسان", "سهيل")

    cast.link_told()

    assert met == {"غسان": "c1", "سهيل": "c2"}
    assert merges_of(cast.joins) == {"c2": "c1"}


def test_the_fact_of_a_told_name_holds_the_words_that_tell_it():
    text = "ثم جاء غسان الملقب بـ«الصقر» إلينا"
    (met,) = Cast().meet(1, [FoundPerson("غسان", ((7, 11, "غسان"),))], text)

    (alias,) = [fact for fact in met.facts if fact.kind is FactKind.ALIAS]
    assert alias.value == "الصقر"
    assert alias.quote == text[alias.start : alias.end] == "غسان الملقب بـ«الصقر"


def test_a_form_that_the_text_tells_has_one_fact():
    text = "جاء غسان الملقب بسهيل. ثم جلس سهيل."
    places = ((4, 8, "غسان"), (17, 21, "سهيل"), (30, 34, "سهيل"))
    cast = Cast()

    (first,) = cast.meet(1, [FoundPerson("غسان", places)], text)
    (second,) = cast.meet(2, [FoundPerson("غسان", places)], text)

    assert [(fact.kind, fact.value) for fact in first.facts] == [
        (FactKind.NAME, "غسان"),
        (FactKind.ALIAS, "سهيل"),
    ]
    assert first.facts[1].quote == "غسان الملقب بسهيل"
    assert second.facts == ()


def test_who_speak_to_each_other_cannot_be_linked():
    cast = Cast()
    meet_in(cast, 1, "خرج غسان مع سهيل", "غسان", "سهيل")

    cast.link("c1", "c2", 1)

    assert merges_of(cast.joins) == {}


def test_what_is_apart_stays_apart_over_a_third():
    cast = Cast()
    meet_in(cast, 1, "خرج غسان مع سهيل. وجاء رشدان.", "غسان", "سهيل", "رشدان")

    cast.link("c1", "c3", 1)
    cast.link("c2", "c3", 1)

    assert merges_of(cast.joins) == {"c3": "c1"}


def test_a_man_and_a_woman_cannot_be_linked():
    cast = Cast()
    keys_of(cast, "السيدة لميس", "أبو هلال", "رشدان")
    cast.tell_gender("c3", "male")

    cast.link("c1", "c2", 1)
    cast.link("c1", "c3", 1)
    cast.link("c2", "c3", 1)

    assert merges_of(cast.joins) == {"c3": "c2"}


def test_known_persons_of_two_genders_cannot_be_linked():
    known = [KnownPerson("لميس", ("لميس",), "female"), KnownPerson("رشدان", ("رشدان",), "male")]
    cast = Cast(known)
    keys_of(cast, "لميس", "رشدان")

    cast.link("c1", "c2", 1)

    assert merges_of(cast.joins) == {}


def test_foreign_spellings_are_one_where_given_names_are_known():
    assert keys_of(Cast(is_listed=lambda word: False), "لافرنتو", "لافرينتو") == ["c1", "c1"]
    assert keys_of(Cast(is_listed=lambda word: True), "لافرنتو", "لافرينتو") == ["c1", "c2"]
    assert keys_of(Cast(), "لافرنتو", "لافرينتو") == ["c1", "c2"]


def test_of_a_prince_and_a_bey_the_one_last_named_is_meant():
    assert keys_of(Cast(), "الأمير منذر", "منذر", "منذر بك", "منذر", "الأمير منذر") == [
        "c1",
        "c1",
        "c2",
        "c2",
        "c1",
    ]
