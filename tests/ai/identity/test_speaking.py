"""Who speaks to each other or is joined by «و» is two people."""

import pytest

from bookanalysis.ai.identity.speaking import find_apart
from tests.ai.identity.scenes import scene_of


def apart(text: str, *names: str) -> set[frozenset[int]]:
    scene = scene_of(text, *names)
    return {frozenset((scene.named[one].who, scene.named[other].who)) for one, other in find_apart(scene)}


@pytest.mark.parametrize(
    "text",
    [
        "خرج غسان وسهيل معا",
        "كان ذلك بين غسان وبين سهيل",
        "كان ذلك بين غسان وسهيل",
        "خرج غسان مع سهيل",
        "قال غسان لسهيل: تعال",
        "ثم التفت غسان إلى سهيل",
        "قال غسان: يا سهيل تعال",
        "قال غسان: «تعال يا سهيل»",
        "فصاحَ غَسّانُ: أيها سُهيل",
        "خرج «غسان» و«سهيل»",
    ],
)
def test_these_words_tell_two_people_apart(text):
    assert apart(text, "غسان", "سهيل") == {frozenset((0, 1))}


@pytest.mark.parametrize(
    "text",
    [
        "جاء غسان. وسأل الناس عن سهيل",
        "غسان الملقب بسهيل",
        "كان غسان يدعى سهيل",
        "قال غسان: نعم. قال الرجل: يا سهيل",
        "قال غسان: نعم.\nيا سهيل تعال",
        "ذهب بيت غسان لسهيل",
    ],
)
def test_these_words_tell_nobody_apart(text):
    assert apart(text, "غسان", "سهيل") == set()


def test_the_forms_of_one_person_are_not_told_apart():
    assert apart("قال غسان: أنا غسان وأبو هلال", "غسان|أبو هلال") == set()
