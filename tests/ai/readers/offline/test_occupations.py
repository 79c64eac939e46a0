"""What somebody does is told by an office before the name, an apposition or a predicate."""

import pytest

from bookanalysis.ai.readers.offline.occupations import occupations
from tests.ai.readers.offline.people import cast_of, told


def occupations_of(tables, text):
    return [told(found) for found in occupations(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "occupation"),
    [
        ("دخل القاضي منذر الدار.", ("منذر", "", "قاض")),
        ("كان سعد تاجرا في المدينة.", ("سعد", "", "تاجر")),
        ("جاءت لميس وهي ممرضة ماهرة.", ("لميس", "", "ممرضة")),
        ("جاء سعد، طبيب القرية، في المساء.", ("سعد", "", "طبيب")),
        ("ذهبت إلى سعد النجار.", ("سعد", "", "نجار")),
        ("أصبح سعد وزيرا بعد عام.", ("سعد", "", "وزير")),
        ("كان سعد يعمل نجارا.", ("سعد", "", "نجار")),
        ("كان منذر أميرا على قومه.", ("منذر", "", "أمير")),
        ("كان منذر قاضيا عادلا.", ("منذر", "", "قاض")),
    ],
)
def test_an_occupation_is_told(tables, text, occupation):
    assert occupations_of(tables, text) == [occupation]


@pytest.mark.parametrize(
    "text",
    [
        "دخل السيد منذر الدار.",
        "دخل الأمير منذر الدار.",
        "سأل سعد الطبيب عن أمه.",
        "سأل التاجر سعدا عن أمه.",
        "لو كان سعد تاجرا لربح.",
        "هل كان سعد تاجرا؟",
        "كانت لميس تاجرا.",
        "اعترف بمكان سعد، وإلا ضربناك.",
    ],
)
def test_no_occupation_where_a_title_honours_or_the_word_is_anothers(tables, text):
    assert occupations_of(tables, text) == []
