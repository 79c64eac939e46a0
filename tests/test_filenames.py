from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.http import parse_options_header

from bookanalysis.filenames import attachment, file_stem


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("طريق الليل", "طريق الليل"),
        ("الأيَّام: الجزء ٢ - الفجر", "الأيام الجزء ٢ - الفجر"),
        ("القرا\u0653ن", "القرآن"),
        ("الملتقى\u200f (٣)", "الملتقى ٣"),
        ('../../etc/pass"wd\r\nX: y', "etc pass wd X y"),
        ("  -- ", "book"),
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
        ("؟!", "book"),
        ("", "book"),
        (None, "book"),
    ],
)
def test_a_title_keeps_its_letters_digits_spaces_and_dashes(title, stem):
    assert file_stem(title) == stem


def test_what_more_is_said_follows_after_a_dash():
    assert file_stem("طريق", "facts") == "طريق - facts"


def test_a_long_title_is_cut_between_letters():
    assert file_stem("ع" * 300) == "ع" * 90


@given(st.text())
def test_no_title_makes_a_name_that_means_something_to_a_system(title):
    stem = file_stem(title)

    assert stem == stem.strip(" -")
    assert all(character.isalpha() or character.isdecimal() or character in " -" for character in stem)
    assert 0 < len(stem.encode()) <= 180


@given(st.text())
def test_the_header_gives_the_name_back(title):
    name = f"{file_stem(title)}.json"

    header = attachment(name)

    assert header.isascii()
    kind, options = parse_options_header(header)
    assert (kind, options["filename"]) == ("attachment", name)


def test_a_program_that_reads_only_ascii_gets_a_plain_name():
    header = attachment("طريق.json")

    assert 'filename="book.json"' in header
    assert unquote(header.partition("UTF-8''")[2]) == "طريق.json"
