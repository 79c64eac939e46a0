"""A quotation is found where its words stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.arabic import FoldedText
from tests.arabic.quoting import altered, story, words_of

TEXT = "قالَ أَحْمَدُ: «لا تَخَفْ، يا عليّ!» ثُمَّ سَكَتَ… ومشى على الطريق ١٢ ميلًا - وحده.\nوعاد للبيت.\n"


def found(quotation: str, text: str = TEXT) -> list[str]:
    return [text[start:end] for start, end in FoldedText(text).find_quotation(quotation)]


@pytest.mark.parametrize(
    ("quotation", "stretch"),
    [
        ("قال أحمد", "قالَ أَحْمَدُ"),
        ('قال احمد: "لا تخف, يا علي!"', "قالَ أَحْمَدُ: «لا تَخَفْ، يا عليّ"),
        ("«لا تخف، يا على!»", "لا تَخَفْ، يا عليّ"),
        ("ثم سكت... ومشى", "ثُمَّ سَكَتَ… ومشى"),
        ("مشى علي الطريق 12 ميلا", "مشى على الطريق ١٢ ميلًا"),
        ("ميلا – وحده\nوعاد\u00a0 للبيت", "ميلًا - وحده.\nوعاد للبيت"),
        ("...  قــال أحمد …", "قالَ أَحْمَدُ"),
        ("ﻻ ﺗﺨﻒ", "لا تَخَفْ"),
        ("البيت", "بيت"),
    ],
)
def test_the_words_are_found_however_they_are_spelled(quotation, stretch):
    assert found(quotation) == [stretch]


@pytest.mark.parametrize(
    "quotation",
    [
        "",
        " … ",
        "«»",
        "قال محمد",
        "أحمد قال",
        "قال أحمد لا تخف علي",
        "ال أحمد",
        "قال أحم",
        "ومشى على الطريق 13 ميلا",
        "قال أحمد: لا تخف يا علي ثم سكت وقام",
    ],
)
def test_what_is_not_in_the_text_is_not_found(quotation):
    assert found(quotation) == []


def test_all_places_are_told_the_one_spelled_alike_first():
    text = "جاءَ سعد، ونام. جاء سعد؛ ونام. جاء سعد، ونام"

    starts = [start for start, _ in FoldedText(text).find_quotation("جاء سعد، ونام.")]

    assert [text[start:][:14] for start in starts] == ["جاء سعد، ونام", "جاءَ سعد، ونام", "جاء سعد؛ ونام."]


def test_whole_words_go_before_words_with_a_particle():
    assert found("سعد نائم", "وسعد نائم. سعد نائم.") == ["سعد نائم"]
    assert found("سعد نائم", "وسعد نائم. أسعد نائم.") == ["سعد نائم"]


def test_an_ellipsis_may_stand_for_words_of_one_sentence():
    text = "خرج سعد من داره عند الفجر يريد السوق. وكان معه ولده."

    assert found("خرج سعد ... يريد السوق", text) == ["خرج سعد من داره عند الفجر يريد السوق"]
    assert found("سعد من … عند الفجر […] السوق", text) == []
    assert found("خرج سعد ... معه ولده", text) == []
    assert found("يريد السوق ... خرج سعد", text) == []


def test_an_ellipsis_may_stand_for_the_end_or_the_beginning_of_a_sentence_but_not_for_a_whole_one():
    text = "خرج سعد من داره. كان الفجر قريبا. ونام ولده"

    assert found("خرج سعد ... كان الفجر", text) == ["خرج سعد من داره. كان الفجر"]
    assert found("من داره. ... ونام ولده", text) == []
    assert found("من داره ... قريبا. ونام", text) == ["من داره. كان الفجر قريبا. ونام"]


def test_an_ellipsis_stands_for_few_words():
    assert len(found("جاء سعد ... ثم نام", "جاء سعد " + "جدا " * 20 + "ثم نام")) == 1
    assert found("جاء سعد ... ثم نام", "جاء سعد " + "جدا " * 21 + "ثم نام") == []


def test_of_several_beginnings_the_last_before_what_follows_is_meant():
    assert found("جاء سعد … ثم نام", "جاء سعد ثم جاء سعد وجلس ثم نام") == ["جاء سعد وجلس ثم نام"]


def test_an_ellipsis_of_the_text_is_not_taken_for_left_out_words():
    assert found("قال … نعم", "قال… نعم. قال أحمد نعم.") == ["قال… نعم"]


def test_single_words_around_an_ellipsis_prove_nothing():
    assert found("جاء … في", "جاء سعد وهو في داره") == []


@given(story(), st.data())
def test_every_stretch_of_words_is_found_however_it_is_altered(text, data):
    words = words_of(text)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    start, end = words[first][0], words[last][1]

    quotation = data.draw(altered(text[start:end]))

    assert (start, end) in FoldedText(text).find_quotation(quotation)


@given(story(), st.data())
def test_nothing_is_found_but_the_words_of_the_quotation(text, data):
    words = data.draw(
        st.lists(st.sampled_from([text[start:end] for start, end in words_of(text)]), max_size=4)
    )
    folded = FoldedText(text)

    for start, end in folded.find_quotation(" ".join(words)):
        stretch = text[start:end]
        assert FoldedText(" ".join(words)).find_quotation(stretch)
        assert len(words_of(stretch)) == len(words)
