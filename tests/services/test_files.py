"""What a downloaded file is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.services.files import plain_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("الأيام", "الأيام"),
        ("  أيَّامٌ   حُلوة ", "أيام حلوة"),
        ("الجزء ٢ – الرحيل", "الجزء ٢ - الرحيل"),
        ("بيت\r\nX-Injected: 1", "بيت X-Injected 1"),
        ('"قيل" / وقال\\', "قيل وقال"),
        ("../../etc/passwd", "etc passwd"),
        ("\u202eقلب\u202c\u200f", "قلب"),
        ("café cafe\u0301", "café café"),
        ("ليل؛ filename*=x", "ليل filename x"),
        ("\x00\x07", "book"),
        ("؟!…", "book"),
        ("", "book"),
        (None, "book"),
        ("ب" * 300, "ب" * 100),
    ],
)
def test_a_name_keeps_letters_digits_spaces_and_dashes(title, name):
    assert plain_name(title) == name


@given(st.text())
def test_no_title_makes_a_name_that_harms(title):
    name = plain_name(title)

    assert 0 < len(name) <= 100
    assert name == name.strip()
    assert all(sign.isalpha() or sign.isdecimal() or sign in " -" for sign in name)
