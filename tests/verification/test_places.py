"""A claim holds if its place says it."""

import pytest

from bookanalysis.profile import Fact, FactKind
from bookanalysis.verification.places import fault_of_fact, fault_of_mention, key_of
from bookanalysis.verification.report import Why

TEXT = "رأيتُ أبا سَعْدٍ وسالمًا في الدار."


def named(quote: str, value: str, kind: FactKind = FactKind.ALIAS) -> Fact:
    start = TEXT.index(quote)
    return Fact(1, start, start + len(quote), "c1", kind, "", value, quote)


@pytest.mark.parametrize(
    ("quote", "value"),
    [("أبا سَعْدٍ", "أبا سعد"), ("سَعْدٍ", "سعد"), ("أبا سَعْدٍ وسالمًا", "سالما"), ("رأيتُ أبا سَعْدٍ", "ابا سعد")],
)
def test_a_name_holds_if_its_quote_has_it(quote, value):
    assert fault_of_fact(named(quote, value), TEXT, {"c1"}) is None


@pytest.mark.parametrize(("quote", "value"), [("أبا سَعْدٍ", "أبا سعيد"), ("سالمًا", "سال"), ("سالمًا", "")])
def test_a_name_does_not_hold_if_its_quote_has_it_not(quote, value):
    assert fault_of_fact(named(quote, value), TEXT, {"c1"}) is Why.NAME_NOT_IN_QUOTE


def test_other_facts_say_their_value_in_words_of_their_own():
    assert fault_of_fact(named("في الدار", "مقيم", FactKind.TRAIT), TEXT, {"c1"}) is None


def test_a_fact_about_nobody_of_the_book_does_not_hold():
    assert fault_of_fact(named("سَعْدٍ", "سعد"), TEXT, {"c2"}) is Why.CHARACTER_NOT_IN_BOOK


@pytest.mark.parametrize(("form", "name"), [("سَعْدٍ", "سعد"), ("سالمًا", "سالم"), ("وسالمًا", "سالم")])
def test_a_mention_is_a_name_or_a_form_of_it(form, name):
    start = TEXT.index(form)

    assert fault_of_mention(start, start + len(form), TEXT, {name}) is None
    assert fault_of_mention(start, start + len(form), TEXT, {"زيد"}) is Why.NOT_A_NAME_OF_THE_CHARACTER


def test_a_line_may_end_within_a_name():
    text = "جاء أبو\n  سعد"

    assert fault_of_mention(4, len(text), text, {key_of("أبو سعد")}) is None


@pytest.mark.parametrize("form", ["سَعْ", "بُو سعد", "أبُو ", " سعد", "سعد و"])
def test_a_mention_is_of_whole_words(form):
    text = "وَلِأبُو سعد وسَعْد"
    start = text.index(form)

    assert fault_of_mention(start, start + len(form), text, {"سعد", "ابو سعد", "ابو", "سع", "بو سعد"}) in (
        Why.NOT_WHOLE_WORDS,
        Why.NOT_A_NAME_OF_THE_CHARACTER,
    )


@pytest.mark.parametrize("form", ["أبُو سعد", "سعد", "سَعْد"])
def test_a_particle_before_a_mention_and_marks_behind_it_do_no_harm(form):
    text = "وَلِأبُو سعد وسَعْدٌ"
    start = text.index(form)

    assert fault_of_mention(start, start + len(form), text, {"سعد", "ابو سعد"}) is None
