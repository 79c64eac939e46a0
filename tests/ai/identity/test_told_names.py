"""The text itself says what else somebody is called."""

import pytest

from bookanalysis.ai.identity.scene import SceneText
from bookanalysis.ai.identity.told_names import find_told_names
from tests.ai.identity.scenes import scene_of


def told(text: str, *names: str) -> list[tuple[int, str]]:
    """Who is called what."""
    scene = scene_of(text, *names)
    words = SceneText(text)
    found = []
    for name in find_told_names(scene):
        start, end = words.span(name.alias, name.last)
        particle = len(scene.named[name.other].particle) if name.other is not None else 0
        found.append((scene.named[name.named].who, text[start + particle : end]))
    return found


@pytest.mark.parametrize(
    "text",
    [
        "جاء غسان المعروف بسهيل.",
        "جاء غسان الملقب بسهيل.",
        "كان غسان يدعى سهيل.",
        "غسان، وكانوا يدعونه سهيل، رجل كريم.",
        "غسان، واسمه الحقيقي سهيل، رجل كريم.",
        "كان غسان، وكنيته «سهيل»، رجلا كريما.",
        "غسان الذي يسمونه سهيل رجل كريم.",
        "وكان غسان يقال له سهيل.",
        "غَسَّان المُلَقَّب بِسُهيل رجل كريم.",
        "كان غسان (سهيل) رجلا كريما.",
        "كان غسان «سهيل» رجلا كريما.",
    ],
)
def test_a_name_that_the_text_tells_is_found(text):
    assert [(who, alias) for who, alias in told(text, "غسان", "سهيل") if who == 0] != []


def test_a_woman_is_called_besides():
    assert told("جاءت لميس المسماة رملة. ولميس تدعى «نجمة البحر».", "لميس", "رملة") == [
        (0, "رملة"),
        (0, "نجمة البحر"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "جاء صديق غسان الملقب بسهيل.",
        "كان لغسان ابن اسمه سهيل.",
        "جاء رجل من أصحاب غسان يدعى سهيل.",
        "قال غسان: «سهيل».",
        "صاح غسان «سهيل»",
        "جاء ابن غسان «سهيل» إلينا.",
        "غسان معروف بكرمه، وسهيل كذلك.",
        "كان غسان يدعى إلى بيت سهيل.",
    ],
)
def test_words_about_somebody_else_tell_no_name(text):
    assert told(text, "غسان", "سهيل") == []


def test_what_is_not_met_as_a_name_counts_in_quotation_marks_only():
    assert told("كان غسان يلقب بالصقر.", "غسان") == []
    assert told("كان غسان يلقب بـ«الصقر».", "غسان") == [(0, "الصقر")]
