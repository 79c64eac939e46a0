"""An age belongs to the one whom grammar gives it to."""

import pytest

from bookanalysis.ai.readers.offline.ages import ages
from tests.ai.readers.offline.people import cast_of, told


def ages_of(tables, text):
    return [told(found) for found in ages(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("كانت لميس في العشرين من عمرها.", ("لميس", "", "العشرين من عمرها")),
        ("بلغ سعد الثامنة عشرة من عمره.", ("سعد", "", "الثامنة عشرة من عمره")),
        ("كان سعد في الثلاثين من العمر.", ("سعد", "", "الثلاثين من العمر")),
        ("كان قد ناهز سعد الخمسين.", ("سعد", "", "ناهز الخمسين")),
        ("لم يتجاوز سعد الثلاثين.", ("سعد", "", "لم يتجاوز الثلاثين")),
        ("جاء سعد وقد بلغ الستين.", ("سعد", "", "بلغ الستين")),
        ("كان سعد شابا جميلا.", ("سعد", "", "شاب")),
        ("جاءت لميس وهي فتاة نشيطة.", ("لميس", "", "فتاة")),
        ("قال الفتى سعد إنه جائع.", ("سعد", "", "فتى")),
        ("كان الشيخ منذر شيخا كبيرا.", ("منذر", "", "شيخ")),
    ],
)
def test_an_age_is_told(tables, text, age):
    assert ages_of(tables, text) == [age]


@pytest.mark.parametrize(
    "text",
    [
        "قال الشيخ منذر إنه جائع.",
        "رأى سعد الشاب في الطريق.",
        "رأى الشاب سعدا في الطريق.",
        "كان سعد فتاة جميلة.",
        "هل كان سعد شابا؟",
        "غاب سعد عشرين سنة عن أهله.",
        "كانت لميس وسعاد تذكران يوم كانت في العشرين من عمرها.",
        "كان سعد في العشرين من عمرها.",
        "بلغت سعد الخمسين.",
        "دفع سعد ما بلغ عشرين دينارا.",
        "كان سعد مع لميس في العشرين من العمر.",
    ],
)
def test_no_age_where_it_is_anothers_or_none(tables, text):
    assert ages_of(tables, text) == []
