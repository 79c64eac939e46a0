"""What grammar alone makes of a name is no second name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.arabic import distinct_forms, same_form

WORDS = st.sampled_from(["سعد", "سعدا", "سَعْد", "الشيخ", "شيخ", "رضا", "أمينا", "أمين", "بك"])
FORMS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(" ".join), max_size=8)


@pytest.mark.parametrize(
    ("forms", "kept"),
    [
        (["منذرا", "منذر"], ["منذر"]),
        (["شيخ رائد", "الشيخ رائد"], ["الشيخ رائد"]),
        (["الأمير منذرا", "أمير منذر", "الأمير منذر"], ["الأمير منذر"]),
        (["منذر", "مُنْذِر"], ["منذر"]),
        (["منذرا"], ["منذرا"]),
    ],
)
def test_of_forms_that_grammar_makes_of_each_other_the_plain_one_stays(forms, kept):
    assert distinct_forms(forms) == kept


@pytest.mark.parametrize(
    ("one", "other"), [("رضا", "رض"), ("لميس", "سمية"), ("سعد", "سعد الدين"), ("أبو سعد", "سعد"), ("ال", "")]
)
def test_other_names_stay_apart(one, other):
    assert not same_form(one, other)


@given(FORMS)
def test_every_form_has_one_that_stands_for_it(forms):
    kept = distinct_forms(forms)

    assert all(sum(same_form(form, one) for one in kept) == 1 for form in forms)
    assert distinct_forms(kept) == kept
