"""What is no text goes; what the author wrote stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.ai.preprocessor.cleaner import clean


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("قال\u00a0سالم\u2003لها", "قال سالم لها"),
        ("قال\tسالم   لها  ", "قال سالم لها"),
        ("سطر\r\nوسطر\rوسطر", "سطر\nوسطر\nوسطر"),
        ("فقرة\n\n\n\n\nفقرة", "فقرة\n\nفقرة"),
        ("ســـــالم قـــال", "سالم قال"),
        ("مُحـــَمَّد", "مُحَمَّد"),
        ("سنة ١٣٤٠ هـ", "سنة ١٣٤٠ هـ"),
        ("ـــــ فصل ـــــ", "ـ فصل ـ"),
        ("قال&nbsp;سالم &amp; هند", "قال سالم & هند"),
        ("قال <b>سالم</b><br/> لها", "قال سالم لها"),
        ("٣ < ٥ و ٧ > ٢", "٣ < ٥ و ٧ > ٢"),
        ("دا\u00adر\u200b\ufeff", "دار"),
        ("\u202bسالم\u202c\u200f", "سالم"),
        ("سا\x00لم\x07", "سالم"),
        ("ﺳﺎﻟﻢ ﻻ", "سالم لا"),
        ("كَتَبَ الوَلَدُ", "كَتَبَ الوَلَدُ"),
    ],
)
def test_a_text_is_cleaned(raw, cleaned):
    assert clean(raw) == cleaned


@given(st.text(alphabet="سالم هند\n\t\r\u0640\u064e\u200f\u00a0&<>b;/", max_size=80))
def test_a_clean_text_has_no_odd_space_and_no_gap(text):
    cleaned = clean(text)

    assert not set(cleaned) & set("\r\t\u00a0\u200f")
    assert "\n\n\n" not in cleaned
    assert cleaned == cleaned.strip()
