"""Folding makes one key of all spellings and leads back to the text."""

import unicodedata
from itertools import pairwise
from unicodedata import combining

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bookanalysis.arabic import FoldedText, fold, strip_marks

ARABIC = st.text(
    alphabet="ابتعلىيةأإآٱومسفبلك ءئؤ\u064e\u064b\u0651\u0670ـ\u200f\u0654\u0653.\nﻻﺷﻰﹰﷺ😀e\u0301",
    max_size=60,
)


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end in FoldedText(text).find(words)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("فَاطِمَةُ", "فاطمه"),
        ("مصطفى", "مصطفي"),
        ("ســلمى", "سلمي"),
        ("ٱلرحمن", "الرحمن"),
        ("\u200fهند", "هند"),
        ("ا\u0653دم", "آدم"),
        ("ﺷﻬﻼء", "شهلاء"),
        ("ﻋﻠﻰ", "على"),
        ("مـ\u0624من", "مؤمن"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert fold(one) == fold(other)


def test_the_preposition_and_the_name_keep_their_own_keys():
    assert fold("على") != fold("علي")
    assert fold("وعلى") != fold("وعلي")
    assert fold("عَلِيّ") == fold("علي")


def test_stripping_marks_keeps_the_letters_as_they_are():
    assert strip_marks("أُمَيْمَةُ") == "أميمة"


@given(ARABIC)
def test_the_folded_text_is_the_key_of_the_text(text):
    assert FoldedText(text).folded == fold(text)


@given(st.text() | ARABIC)
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)


@given(ARABIC)
def test_every_span_of_the_key_leads_back_to_text_with_that_key(text):
    folded = FoldedText(text)

    for place, letter in enumerate(folded.folded):
        first, last = folded.original_span(place, place + 1)
        assert 0 <= first < last <= len(text)
        assert letter.replace("ى", "ي") in fold(text[first:last])


@given(ARABIC)
def test_letters_that_follow_each_other_do_so_in_the_text_or_are_one_ligature(text):
    folded = FoldedText(text)
    spans = [folded.original_span(place, place + 1) for place in range(len(folded.folded))]

    for (start, end), (next_start, _) in pairwise(spans):
        assert next_start in (end, start)


@given(ARABIC)
def test_what_is_before_and_behind_a_text_does_not_change_its_spans(text):
    assume(not combining(text[:1] or " "))  # a mark belongs to the letter before it
    alone, within = FoldedText(text), FoldedText(f"😀. {text} .")
    shift = within.folded.index(" ") + 1

    for place in range(len(alone.folded)):
        start, end = alone.original_span(place, place + 1)
        assert within.original_span(place + shift, place + shift + 1) == (start + 3, end + 3)


def test_an_empty_text_has_an_empty_key():
    assert FoldedText("").folded == ""
    assert FoldedText("").original_span(0, 0) == (0, 0)


def test_a_ligature_is_not_cut():
    text = "ﺳﻼﻡ"

    assert FoldedText(text).folded == "سلام"
    assert [FoldedText(text).original_span(place, place + 1) for place in range(4)] == [
        (0, 1),
        (1, 2),
        (1, 2),
        (2, 3),
    ]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_names_are_found_in_every_normal_form(form):
    text = unicodedata.normalize(form, "😀 قالت أُمُّ آدمَ لمؤمنٍ café")

    assert [unicodedata.normalize("NFC", hit) for hit in found(text, "أم آدم", "مؤمن", "cafe\u0301")] == [
        unicodedata.normalize("NFC", hit) for hit in ("أُمُّ آدمَ", "مؤمنٍ", "café")
    ]


@given(ARABIC)
def test_decomposed_text_has_the_same_key(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_a_span_holds_the_marks_of_its_last_letter():
    text = "قالَ سَعْدٌ نعم"

    assert found(text, "سعد") == ["سَعْدٌ"]


def test_a_joined_particle_is_not_part_of_a_hit():
    assert found("ولسعاد كتاب وبسعاد سعادة فسعاد", "سعاد") == ["سعاد"] * 3


def test_a_word_that_begins_like_a_particle_is_found_whole():
    assert found("جاء وليد", "وليد", "ليد") == ["وليد"]


def test_an_article_melted_into_the_particle_is_found():
    assert found("قال للأمير وللشيخ", "الأمير", "الشيخ") == ["أمير", "شيخ"]


def test_a_part_of_a_word_is_no_hit():
    assert found("سعادة وأسعاد", "سعاد") == []


def test_the_longest_phrase_wins_over_its_parts():
    assert found("رأى أبا سعد، وسعد نائم", "سعد", "أبا سعد") == ["أبا سعد", "سعد"]


def test_a_phrase_is_found_across_uneven_space_but_not_across_a_comma():
    assert found("نور  الدين ثم نور، الدين", "نور الدين") == ["نور  الدين"]


def test_nothing_is_found_for_words_without_letters():
    assert found("كلام هنا", "", "...") == []
