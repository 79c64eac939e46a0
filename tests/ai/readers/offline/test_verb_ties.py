"""A verb or its noun ties who does to whom it is done."""

import pytest

from bookanalysis.ai.readers.offline.verb_ties import verb_ties
from tests.ai.readers.offline.people import cast_of, said


def ties_of(tables, text):
    return [said(tie) for tie in verb_ties(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("تزوج سعد لميس في الصيف.", ("سعد", "family", "لميس")),
        ("وتزوجت لميس من سعد.", ("لميس", "family", "سعد")),
        ("تزوج سعد في الصيف من لميس.", ("سعد", "family", "لميس")),
        ("وشغفت لميس بسعد.", ("لميس", "romantic", "سعد")),
        ("انتقم سعد من منذر.", ("سعد", "enemy", "منذر")),
        ("خدم سعد منذرا عامين.", ("سعد", "ally", "منذر")),
        ("كان سعد يحب لميس.", ("سعد", "romantic", "لميس")),
        ("كانت لميس هناك، وسعد يحبها.", ("سعد", "romantic", "لميس")),
        ("كان سعد تاجرا وقد أحب لميس.", ("سعد", "romantic", "لميس")),
        ("قتل سعد منذرا.", ("سعد", "enemy", "منذر")),
        ("علمت بزواج سعد بلميس.", ("سعد", "family", "لميس")),
        ("لم يخف حب سعد للميس على أحد.", ("سعد", "romantic", "لميس")),
    ],
)
def test_a_verb_ties_its_subject_to_its_object(tables, text, tie):
    assert ties_of(tables, text) == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "لم يحب سعد لميس.",
        "تزوج سعد في الصيف، وخرج من الدار مع لميس.",
        "أحب سعد في الصيف أن يخرج من الدار، ومعه لميس.",
        "هل أحب سعد لميس؟",
        "أحب سعد منذرا.",
        "أحب سعد الصيد، وجاءت لميس.",
        "وجد منذر خصما تكرهه لميس.",
        "ذكر حب سعد لميس.",
        "سمع سعد بعد عام خبر قتل لميس.",
        "جاء منذر، وترك سعد خدمة الأمير.",
    ],
)
def test_a_verb_ties_nobody_where_nothing_is_said(tables, text):
    assert ties_of(tables, text) == []
