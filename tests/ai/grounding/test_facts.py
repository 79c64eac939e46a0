"""A fact is kept with the words that say it; what is not in the text is dropped and counted."""

import pytest

from bookanalysis.ai.answers import DescribedFact, FactList
from bookanalysis.ai.grounding import GroundedFacts, ground_facts
from bookanalysis.ai.readers import PresentCharacter
from bookanalysis.arabic import FoldedText
from bookanalysis.profile import FactKind
from tests.ai.passages import passage_of

FIRST = "جاء أحمد علي إلى الدار، وكانت عيناه حمراوين."
SECOND = "ورأى أَحْمَدُ أمَّه فاطمة، وكانت فاطِمَة تبكي، وكانوا يدعونها أم أحمد."
PASSAGE = passage_of(FIRST, SECOND)


def spans_of(*forms: str) -> tuple[tuple[int, int], ...]:
    return tuple((start := PASSAGE.text.index(form), start + len(form)) for form in forms)


PRESENT = [
    ("c1", PresentCharacter("أحمد علي", spans_of("أحمد علي", "أَحْمَدُ"))),
    ("c2", PresentCharacter("فاطمة", spans_of("فاطمة", "فاطِمَة"))),
]


def fact(**changes: object) -> DescribedFact:
    values = {
        "character": 2,
        "kind": FactKind.TRAIT,
        "value": "حزينة",
        "words": "وكانت فاطمة تبكي",
    } | changes
    return DescribedFact.model_validate(values)


def ground(*facts: DescribedFact) -> GroundedFacts:
    return ground_facts(FoldedText(PASSAGE.text), PASSAGE, FactList(facts=list(facts)), PRESENT)


def test_a_facts_quote_is_the_text_of_its_chunk_at_its_place():
    found = ground(fact()).facts[0]

    assert found.quote == SECOND[found.start : found.end] == "وكانت فاطِمَة تبكي"
    assert (found.chunk, found.character, found.value) == (2, "c2", "حزينة")


@pytest.mark.parametrize("words", ["«وكانت فاطمه تبكى»", "وكانت  فاطِمةُ تبكي..", "وكانت\nفاطمة تبكي،"])
def test_a_quotation_is_found_however_it_is_spelled(words):
    assert ground(fact(words=words)).facts[0].quote == "وكانت فاطِمَة تبكي"


def test_a_fact_whose_words_are_not_in_the_passage_is_dropped_and_counted():
    grounded = ground(fact(words="كانت تضحك"), fact())

    assert len(grounded.facts) == 1
    assert grounded.dropped == 1


def test_words_that_run_from_one_chunk_into_the_next_are_no_evidence():
    assert ground(fact(words="عيناه حمراوين. ورأى أحمد")).dropped == 1


def test_a_fact_about_somebody_who_is_not_in_the_question_is_dropped():
    assert ground(fact(character=3), fact(character=0), fact(character=-1)).dropped == 3


def test_a_relationship_needs_two_characters():
    alone = fact(kind=FactKind.RELATIONSHIP, key="family", other=2)
    unknown = fact(kind=FactKind.RELATIONSHIP, key="family", other=9)

    assert ground(alone, unknown).dropped == 2


def test_a_relationship_of_a_type_we_do_not_know_is_other():
    link = fact(kind=FactKind.RELATIONSHIP, key="neighbour", other=1)

    assert [(found.key, found.other) for found in ground(link).facts] == [("other", "c1")]


@pytest.mark.parametrize(("said", "kept"), [("أم أحمد", "أم أحمد"), ("أُمّ احمد", "أم أحمد")])
def test_an_alias_stands_in_its_quote_and_is_shown_as_it_stands_there(said, kept):
    found = ground(fact(kind=FactKind.ALIAS, value=said, words="وكانوا يدعونها أم أحمد")).facts[0]

    assert found.value == kept
    assert found.value in found.quote


def test_an_alias_that_its_quote_does_not_hold_is_dropped():
    assert ground(fact(kind=FactKind.ALIAS, value="ست الدار", words="وكانوا يدعونها أم أحمد")).dropped == 1


@pytest.mark.parametrize("value", ["", "  ", "\x00", "\u200f"])
def test_a_fact_that_says_nothing_is_dropped(value):
    assert ground(fact(value=value)).dropped == 1


def test_a_gender_is_one_of_two_words():
    assert ground(fact(kind=FactKind.GENDER, value="queen")).dropped == 1
    assert ground(fact(kind=FactKind.GENDER, value="female")).facts[0].value == "female"


def test_what_cannot_be_seen_is_taken_out_of_what_is_said():
    assert ground(fact(value="حزينة\x00 \n جدا\u202e")).facts[0].value == "حزينة جدا"


def test_nobody_quotes_half_a_page():
    passage = passage_of("فاطمة " * 200)
    said = FactList(facts=[fact(character=1, words=passage.text.strip(), start=0)])
    present = [("c1", PresentCharacter("فاطمة", ((0, 5),)))]

    assert ground_facts(FoldedText(passage.text), passage, said, present).dropped == 1


def test_of_several_places_the_one_nearest_to_the_told_is_meant():
    near_end = ground(fact(words="وكانت", start=60)).facts[0]
    near_begin = ground(fact(words="وكانت", start=20)).facts[0]

    assert (near_begin.chunk, near_end.chunk) == (1, 2)


def test_without_a_told_place_the_one_nearest_to_the_character_is_meant():
    of_ahmad = ground(fact(character=1, words="وكانت")).facts[0]
    of_fatima = ground(fact(character=2, words="وكانت")).facts[0]

    assert (of_ahmad.chunk, of_fatima.chunk) == (1, 2)
