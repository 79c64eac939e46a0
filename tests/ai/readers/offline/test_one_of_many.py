"""A plural ties the one it is said of to the one it belongs to."""

import pytest

from bookanalysis.ai.readers.offline.one_of_many import one_of_many
from tests.ai.readers.offline.people import cast_of, said


def ties_of(tables, text):
    return [said(tie) for tie in one_of_many(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("جاءت لميس، كبرى أخوات سعد.", ("لميس", "family", "سعد")),
        ("وكان سعد من رجال منذر.", ("سعد", "ally", "منذر")),
        ("جاء سعد، أحد أصدقاء منذر، إلى الدار.", ("سعد", "friend", "منذر")),
        ("قال سعد وهو من وزراء منذر كلمته.", ("سعد", "colleague", "منذر")),
        ("سعد:\nمن أتباع منذر.", ("سعد", "ally", "منذر")),
        ("كان سعد أشد أعداء منذر.", ("سعد", "enemy", "منذر")),
    ],
)
def test_one_of_many_is_tied(tables, text, tie):
    assert ties_of(tables, text) == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "زار سعد أحد رجال منذر.",
        "جاء سعد مع رجال منذر.",
        "جاء سعد، إحدى جواري منذر.",
        "جاءت لميس، كبرى أخوات الأمير.",
        "خرج سعد إلى السوق. من رجال منذر أحد هناك.",
    ],
)
def test_a_plural_of_others_ties_nobody(tables, text):
    assert ties_of(tables, text) == []
