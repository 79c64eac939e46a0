"""Languages that share a script are told apart."""

import pytest

from bookanalysis.arabic.language import identify

ARABIC = "خرجت ليلى إلى البئر عند الفجر، ولم تكن قد نامت تلك الليلة؛ فقد كان في قلبها شيء لا تعرفه."


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", ARABIC),
        ("ar", "قال لها: لا تخافي."),
        ("ar", "ليلى وسالم"),
        ("ar", "مش عارف انا رايح فين ولا جاي منين يا ست ليلى"),
        ("fa", "لیلا در خانه نبود و من هم نمی‌دانستم که کجا رفته است."),
        ("fa", "پیرمردی بود که هر روز گوسفندهایش را به کوه می‌برد."),
        ("ur", "لیلیٰ گھر میں نہیں تھی اور مجھے معلوم نہ تھا کہ کہاں گئی ہے۔"),
        ("ps", "لیلا په کور کې نه وه او زه نه پوهېدم چې چېرته تللې ده."),
        ("ckb", "لەیلا لە ماڵەوە نەبوو و من نەمدەزانی کە بۆ کوێ چووە."),
        ("en", "Layla was not at home, and I did not know where she had gone."),
        ("fr", "Leïla n'était pas à la maison et je ne savais pas où elle était."),
        ("de", "Laila war nicht zu Hause, und ich wusste nicht, wohin sie gegangen war."),
        ("es", "Laila no estaba en la casa y no se sabía por qué se había ido."),
    ],
)
def test_the_language_of_a_sentence_is_known(language, text):
    assert identify(text).language == language


def test_persian_typed_with_arabic_letters_is_still_persian():
    assert identify("پيرمردى در ده بود كه هر روز به شهر مى رفت و با مردم سخن مى گفت").language == "fa"


def test_arabic_typed_with_persian_letters_is_still_arabic():
    assert identify("قالت لیلی إن الذی فی البیت هو علی، ولكن الطریق إلی القریة كان بعیدا").language == "ar"


def test_vowel_marks_and_tatweel_do_not_hide_arabic():
    assert identify("وَكَانَتِ الشَّمْسُ قَدْ غَـابَتْ").language == "ar"


def test_presentation_forms_are_arabic_letters():
    assert identify("ﻓﻲ ﺍﻟﺒﻴﺖ").language == "ar"


def test_latin_quotations_lower_the_confidence_of_arabic_and_no_more():
    plain = identify(ARABIC)

    quoting = identify(ARABIC + " وقرأت في كتابها: Le cœur a ses raisons.")

    assert quoting.language == "ar"
    assert plain.confidence > quoting.confidence > 0.5


def test_an_english_book_about_an_arab_is_english():
    assert (
        identify("Layla said «يا سالم» to him and went away with the goats of her father.").language == "en"
    )


@pytest.mark.parametrize(
    "text", ["", " \n", "١٢٣ 456 ...", "Солнце село за рекой.", "太陽が沈んだ。", "qwx zzkrt"]
)
def test_what_tells_nothing_is_undetermined(text):
    guess = identify(text)

    assert (guess.language, guess.confidence) == ("und", 0.0)


def test_a_longer_text_is_surer_than_two_words():
    assert identify(ARABIC).confidence > 0.95 > identify("ليلى وسالم").confidence
