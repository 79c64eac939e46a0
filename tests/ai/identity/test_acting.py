"""Who acts in the scene, and who is only spoken of."""

import pytest

from bookanalysis.ai.identity.acting import acts_here, is_in_the_story
from tests.ai.identity.scenes import scene_of

PAUSE = "ثم مضت الأيام كلها " * 400


@pytest.mark.parametrize(
    "text",
    [
        "ثم نهض غسان",
        "فسألته غسان",
        "كان غسان يلعب",
        "وغسان ينظر إليها",
        "تعال يا غسان",
        "غسان: نعم",
        "فقال «غسان»",
    ],
)
def test_who_does_something_or_is_called_acts(text):
    scene = scene_of(text, "غسان")

    assert acts_here(scene, scene.named[0])


@pytest.mark.parametrize(
    "text", ["قرأت شعر غسان", "في زمن غسان", "مثل غسان", "كتبت إلى غسان", "قلت لغسان: نعم"]
)
def test_who_is_only_mentioned_does_not_act(text):
    scene = scene_of(text, "غسان")

    assert not acts_here(scene, scene.named[0])


def test_who_is_named_on_three_occasions_without_acting_is_spoken_of():
    scene = scene_of(f"شعر غسان. {PAUSE} شعر غسان. {PAUSE} شعر غسان.", "غسان")

    assert not is_in_the_story(scene, scene.named)


def test_who_is_named_in_one_scene_only_is_in_the_story():
    scene = scene_of("بيت غسان. بيت غسان. بيت غسان.", "غسان")

    assert is_in_the_story(scene, scene.named)


def test_who_acts_once_is_in_the_story():
    scene = scene_of(f"شعر غسان. {PAUSE} شعر غسان. {PAUSE} نهض غسان.", "غسان")

    assert is_in_the_story(scene, scene.named)


def test_a_father_who_never_acts_is_known_from_the_name_only():
    scene = scene_of("بيت غسان. بيت غسان. بيت غسان.", "غسان")

    assert not is_in_the_story(scene, scene.named, is_father=True)
