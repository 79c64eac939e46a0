"""Verbs tell who speaks or acts."""

import pytest

from bookanalysis.arabic.verbs import acts, speaks


@pytest.mark.parametrize("key", ["قال", "فقالت", "ويقول", "تسال", "سالته", "فاجابها"])
def test_a_verb_of_speech_is_known_in_its_forms(key):
    assert speaks(key)
    assert acts(key)


@pytest.mark.parametrize("key", ["نهضت", "فجلس", "ينظر", "تبتسم", "راته"])
def test_a_verb_of_action_does_not_speak(key):
    assert acts(key)
    assert not speaks(key)


@pytest.mark.parametrize("key", ["شعر", "بيت", "الي", "في", "و", "", "."])
def test_a_noun_or_a_particle_is_no_verb(key):
    assert not acts(key)
