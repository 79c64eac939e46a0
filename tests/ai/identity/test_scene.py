"""A scene knows which tokens a mention is."""

from bookanalysis.ai.identity.scene import SceneText
from tests.ai.identity.scenes import scene_of


def test_a_mention_begins_behind_its_particle():
    (place,) = scene_of("ذهبت إلى هناك ولرائد بيت", "رائد").named

    assert (place.first, place.last, place.particle) == (3, 3, "ول")


def test_vowel_marks_neither_cut_a_word_nor_stay_in_its_key():
    scene = scene_of("قَالَتْ لَمِيسُ: نَعَمْ", "لميس")

    assert scene.keys == ["قالت", "لميس", ":", "نعم"]
    assert scene.named[0].first == 1


def test_tokens_know_where_they_stand():
    text = "جاءَ رائد.\nوجلس"
    words = SceneText(text)

    assert words.keys == ["جاء", "رائد", ".", "\n", "وجلس"]
    assert text[slice(*words.span(0, 1))] == "جاءَ رائد"


def test_quotation_marks_are_looked_through():
    scene = scene_of("قال «رائد» لها", "رائد")

    assert scene.key(scene.before(scene.named[0].first)) == "قال"
    assert scene.key(scene.after(scene.named[0].last)) == "لها"
