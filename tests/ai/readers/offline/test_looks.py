"""Looks belong to the subject or the owner that agrees."""

import pytest

from bookanalysis.ai.readers.offline.looks import looks
from tests.ai.readers.offline.people import cast_of, told


def looks_of(tables, text):
    return [told(found) for found in looks(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("كانت لميس جميلة.", [("لميس", "beauty", "جميلة")]),
        ("كان سعد طويل القامة.", [("سعد", "height", "طويل القامة")]),
        (
            "كان سعد طويل القامة، أسود الشعر.",
            [("سعد", "height", "طويل القامة"), ("سعد", "hair", "أسود الشعر")],
        ),
        ("دخلت لميس وشعرها الأسود على كتفيها.", [("لميس", "hair", "أسود")]),
        ("نظر إلى عيني لميس السوداوين.", [("لميس", "eyes", "سوداوان")]),
        ("كان سعد جميل الصورة.", [("سعد", "beauty", "جميل")]),
        ("ذكر جمال لميس.", [("لميس", "beauty", "جميلة")]),
        ("كان سعد شابا نحيفا.", [("سعد", "build", "نحيف")]),
    ],
)
def test_looks_are_told(tables, text, features):
    assert looks_of(tables, text) == features


@pytest.mark.parametrize(
    "text",
    [
        "كانت لميس جميل.",
        "رأى سعد رجلا طويل القامة.",
        "كانت لميس مع سعاد وشعرها الأسود على كتفيها.",
        "قال سعد إن شعرها الأسود جميل.",
        "ذكر جمال سعد.",
        "كان سعد حسن الطوية.",
        "أنشدت أشعار سعد الجميل.",
        "ليت لميس كانت جميلة.",
    ],
)
def test_no_looks_where_they_are_anothers(tables, text):
    assert looks_of(tables, text) == []
