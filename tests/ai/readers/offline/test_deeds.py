"""An event has a verb of change right beside its named subject."""

import pytest

from bookanalysis.ai.readers.offline.deeds import deeds
from tests.ai.readers.offline.people import cast_of, told


def deeds_of(tables, text):
    return [told(found) for found in deeds(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "deed"),
    [
        ("وفي الشتاء مات سعد، فبكت أمه.", ("سعد", "high", "مات سعد")),
        ("ثم تزوجت لميس في الصيف.", ("لميس", "high", "تزوجت لميس في الصيف")),
        ("سعد مات في الحرب.", ("سعد", "high", "سعد مات في الحرب")),
        ("سافر منذر إلى دمشق فوصل بعد شهر. وصل فريد ثم وصل شوقي.", ("منذر", "medium", "سافر منذر إلى دمشق")),
        ("عاد سعد من دمشق.", ("سعد", "low", "عاد سعد من دمشق")),
        ("تولى سعد الوزارة عامين.", ("سعد", "medium", "تولى سعد الوزارة عامين")),
    ],
)
def test_an_event_is_told_with_its_clause(tables, text, deed):
    assert deeds_of(tables, text) == [deed]


@pytest.mark.parametrize(
    "text",
    [
        "لم يمت سعد وما مات منذر.",
        "هل مات سعد؟",
        "لو مات سعد لبكت أمه.",
        "سوف يموت سعد.",
        "عاد سعد إلى غرفته.",
        "عاد سعد إلى الكلام.",
        "كان يود قتل سعد.",
        "اتفقوا على نفيه وقتل سعد.",
        "وكأن لميس ماتت.",
        "خافت أن يكون سعد قد مات.",
        "يتحدثون بتولي سعد الوزارة، وفرحوا. وتولي سعد الوزارة بعيد.",
        "سواء انتصر سعد أو فريد.",
        "تولى سعد عنهم.",
        "قتل سعدا رجل غريب.",
        "مات سعاد.",
        "رأى ولد سعد.",
    ],
)
def test_no_event_where_nothing_happened_to_the_one_named(tables, text):
    assert deeds_of(tables, text) == []


def test_one_dies_once(tables):
    assert len(deeds_of(tables, "مات سعد. ثم قالوا: مات سعد حقا.")) == 1
