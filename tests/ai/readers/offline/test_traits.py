"""Traits are predicates, attributes or nouns of a person."""

import pytest

from bookanalysis.ai.readers.offline.traits import traits
from tests.ai.readers.offline.people import cast_of, told


def traits_of(tables, text):
    return [(*told(found), found.kind.value) for found in traits(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("كان سعد كريما.", ("سعد", "", "كريم", "trait")),
        ("كانت لميس ذكية.", ("لميس", "", "ذكية", "strength")),
        ("إن منذرا جبان.", ("منذر", "", "جبان", "weakness")),
        ("كان سعد رجلا شجاعا.", ("سعد", "", "شجاع", "strength")),
        ("جاء سعد الكريم إلى الدار.", ("سعد", "", "كريم", "trait")),
        ("أعجبتهم شجاعة سعد.", ("سعد", "", "شجاعة", "strength")),
        ("كان سعد غيورا.", ("سعد", "", "غيور", "trait")),
        ("كان سعد وفيا.", ("سعد", "", "وفي", "trait")),
        ("كان سعد كريم النفس.", ("سعد", "", "كريم", "trait")),
        ("جاء سعد في الصباح. وكان كريما.", ("سعد", "", "كريم", "trait")),
    ],
)
def test_a_trait_is_told(tables, text, trait):
    assert traits_of(tables, text) == [trait]


def test_traits_in_a_row_are_all_told(tables):
    found = traits_of(tables, "كان سعد كريما شجاعا.")

    assert {trait for _, _, trait, _ in found} == {"كريم", "شجاع"}


@pytest.mark.parametrize(
    "text",
    [
        "ليس سعد كريما.",
        "لو كان سعد كريما لأعطى.",
        "هل كان سعد كريما؟",
        "كانت لميس كريما.",
        "كان سعد ضعيف الثقة بالناس.",
        "رأى سعد الكريم في داره.",
        "ذكر رجلا كريما مع سعد.",
        "أبى سعد أن يعود.",
        "كان سعد وفي قلبه وجل.",
        "ظل سعد هادئا ولم يقل شيئا.",
        "جاء سعد ومنذر في الصباح. وكان كريما.",
    ],
)
def test_no_trait_where_none_is_said(tables, text):
    assert traits_of(tables, text) == []
