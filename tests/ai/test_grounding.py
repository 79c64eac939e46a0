"""What is not in the text is dropped and counted."""

from bookanalysis.ai.answers import DescribedFact, FactList, Mention, NamedPerson, NameList
from bookanalysis.ai.grounding import ground_facts, ground_persons
from bookanalysis.ai.identity import Appearance
from bookanalysis.arabic import FoldedText
from bookanalysis.profile import FactKind

TEXT = "جاء أحمد علي إلى الدار. ورأى أَحْمَدُ أمَّه فاطمة، وكانت فاطِمَة تبكي."
PRESENT = (
    Appearance("c1", "أحمد علي", ((4, 12),), (), 1.0),
    Appearance("c2", "فاطمة", ((43, 48),), (), 1.0),
)


def names(**persons: list[Mention]) -> NameList:
    return NameList(persons=[NamedPerson(name=name, mentions=mentions) for name, mentions in persons.items()])


def forms(text: str, answer: NameList) -> list[tuple[str, list[str]]]:
    grounded = ground_persons(FoldedText(text), answer)
    return [(person.name, [form for _, _, form in person.mentions]) for person in grounded.persons]


def fact(**changes: object) -> DescribedFact:
    values = {
        "character": 2,
        "kind": FactKind.TRAIT,
        "value": "حزينة",
        "words": "وكانت فاطمة تبكي",
    } | changes
    return DescribedFact.model_validate(values)


def ground(*facts: DescribedFact):
    return ground_facts(FoldedText(TEXT), 7, FactList(facts=list(facts)), PRESENT)


def test_a_form_stands_for_all_its_places_whatever_its_marks():
    answer = names(فاطمة=[Mention(text="فاطمة")])

    assert forms(TEXT, answer) == [("فاطمة", ["فاطمة", "فاطِمَة"])]


def test_a_longer_name_is_not_found_again_as_a_shorter_one():
    answer = names(أحمد=[Mention(text="أحمد"), Mention(text="أحمد علي")])

    assert forms(TEXT, answer) == [("أحمد", ["أحمد علي", "أَحْمَدُ"])]


def test_every_mention_is_the_text_at_its_place():
    grounded = ground_persons(FoldedText(TEXT), names(فاطمة=[Mention(text="فاطمه")]))

    assert all(TEXT[start:end] == form for person in grounded.persons for start, end, form in person.mentions)
    assert len(grounded.persons[0].mentions) == 2


def test_a_told_place_is_that_place_alone():
    start = TEXT.index("فاطمة")

    assert forms(TEXT, names(فاطمة=[Mention(text="فاطمة", start=start)])) == [("فاطمة", ["فاطمة"])]


def test_a_wrong_place_is_looked_up():
    assert forms(TEXT, names(فاطمة=[Mention(text="فاطمة", start=0)])) == [("فاطمة", ["فاطمة", "فاطِمَة"])]


def test_a_person_whose_mentions_are_all_invented_is_no_person():
    grounded = ground_persons(FoldedText(TEXT), names(زيد=[Mention(text="زيد"), Mention(text="أبو زيد")]))

    assert grounded.persons == ()
    assert grounded.dropped == 2


def test_a_place_belongs_to_the_first_who_claims_it():
    start = TEXT.index("فاطمة")
    place = Mention(text="فاطمة", start=start)

    grounded = ground_persons(FoldedText(TEXT), names(فاطمة=[place], الأم=[place]))

    assert [person.name for person in grounded.persons] == ["فاطمة"]
    assert grounded.dropped == 1


def test_a_facts_quote_is_the_text_at_its_place():
    found = ground(fact()).facts[0]

    assert found.quote == TEXT[found.start : found.end] == "وكانت فاطِمَة تبكي"
    assert (found.chunk, found.character, found.value) == (7, "c2", "حزينة")


def test_a_fact_whose_words_are_not_in_the_chunk_is_dropped_and_counted():
    grounded = ground(fact(words="كانت تضحك"), fact())

    assert len(grounded.facts) == 1
    assert grounded.dropped == 1


def test_a_fact_about_somebody_who_is_not_in_the_chunk_is_dropped():
    assert ground(fact(character=3), fact(character=0)).dropped == 2


def test_a_relationship_needs_two_characters():
    alone = fact(kind=FactKind.RELATIONSHIP, key="family", other=2)
    unknown = fact(kind=FactKind.RELATIONSHIP, key="family", other=9)

    assert ground(alone, unknown).dropped == 2


def test_a_relationship_of_a_type_we_do_not_know_is_other():
    link = fact(kind=FactKind.RELATIONSHIP, key="neighbour", other=1)

    assert [(found.key, found.other) for found in ground(link).facts] == [("other", "c1")]


def test_of_several_places_the_one_nearest_to_the_told_is_meant():
    near_end = ground(fact(words="فاطمة", start=60)).facts[0]
    near_begin = ground(fact(words="فاطمة")).facts[0]

    assert near_begin.start < near_end.start
