"""A dual or plural ties those whom it means together."""

import pytest

from bookanalysis.ai.readers.offline.group_ties import group_ties
from tests.ai.readers.offline.people import cast_of, said


def ties_of(tables, text):
    return [said(tie) for tie in group_ties(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("جاء الأخوان سعد ومنذر.", [("سعد", "family", "منذر")]),
        ("كانت لميس وسعاد أختين.", [("لميس", "family", "سعاد")]),
        ("سعد ولميس كانا زوجين.", [("سعد", "family", "لميس")]),
        ("كانت بين سعد ومنذر عداوة قديمة.", [("سعد", "enemy", "منذر")]),
        ("نشأت صداقة بين سعد ومنذر.", [("سعد", "friend", "منذر")]),
        (
            "خرج سعد مع ولديه منذر وفريد.",
            [("منذر", "family", "فريد"), ("منذر", "family", "سعد"), ("فريد", "family", "سعد")],
        ),
        (
            "دخلت لميس مع بناتها سعاد ورملة.",
            [("سعاد", "family", "رملة"), ("سعاد", "family", "لميس"), ("رملة", "family", "لميس")],
        ),
    ],
)
def test_a_dual_or_plural_ties(tables, text, ties):
    assert ties_of(tables, text) == ties


@pytest.mark.parametrize(
    "text",
    [
        "جاء الأخوان ومعهما سعد ومنذر.",
        "جاء سعد ومنذر. الأخوان نائمان.",
        "جلس سعد بين منذر وفريد، ولم يذكر أحد العداوة القديمة.",
        "رأى سعد ومنذر الأخوين في السوق.",
        "دعا سعد ولديه إلى الدار.",
    ],
)
def test_it_ties_nobody_whom_it_does_not_mean(tables, text):
    assert ties_of(tables, text) == []
