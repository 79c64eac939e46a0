"""Sentences end at their marks and at the line's end."""

from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.arabic import sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def test_a_sentence_ends_at_its_mark():
    assert cut("دخل سعد. من هناك؟ لا أحد!") == ["دخل سعد.", "من هناك؟", "لا أحد!"]


def test_a_closing_quotation_mark_belongs_to_its_sentence():
    assert cut("«تعال.» ثم سكت…") == ["«تعال.»", "ثم سكت…"]


def test_a_line_ends_a_sentence():
    assert cut("الفصل الأول\n\nدخل سعد") == ["الفصل الأول", "دخل سعد"]


def test_an_initial_ends_none():
    assert cut("جاء د. سعد إلى البيت. ونام.") == ["جاء د. سعد إلى البيت.", "ونام."]


def test_a_text_without_words_has_no_sentences():
    assert cut(" \n ") == []


@given(st.text(alphabet="اب .؟!\n«»", max_size=50))
def test_sentences_lose_nothing_but_space(text):
    assert "".join("".join(cut(text)).split()) == "".join(text.split())
