"""How near two persons are to each other."""

import pytest

from bookanalysis.ai.readers.offline.meetings import closeness, find_meetings, nearest, speeches_of_pairs
from bookanalysis.ai.readers.offline.speeches import find_speeches
from tests.ai.readers.offline.people import NAMES, cast_of

SAAD, MUNDHIR = NAMES.index("سعد"), NAMES.index("منذر")


def closeness_of(tables, text, speeches=0):
    cast = cast_of(tables, text)
    between = [tie for tie in find_meetings(cast) if {tie.a, tie.b} == {SAAD, MUNDHIR}]
    return closeness(cast, between, speeches)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("جلس سعد مع منذر في الدار.", 1.0),
        ("جلس سعد في الدار. ثم جاء منذر.", 0.7),
        ("جلس سعد ولميس ومنذر في الدار.", 0.2),
        ("جلس سعد. " + "مر الوقت. " * 20 + "جاء منذر.", 0.0),
    ],
)
def test_a_meeting_counts_by_how_near_the_two_stand(tables, text, value):
    assert closeness_of(tables, text) == pytest.approx(value)


def test_speeches_of_one_to_the_other_count_up_to_a_bound(tables):
    assert closeness_of(tables, "", speeches=2) == pytest.approx(1.0)
    assert closeness_of(tables, "", speeches=40) == closeness_of(tables, "", speeches=4)


def test_speeches_count_for_the_pair_whoever_speaks(tables):
    talk = "قال سعد لمنذر: «تعال.» فقال منذر لسعد: «نعم.»"

    assert speeches_of_pairs(find_speeches(cast_of(tables, talk))) == {(SAAD, MUNDHIR): 2}


def test_the_nearest_meeting_of_a_passage_is_shown(tables):
    cast = cast_of(tables, "كان سعد في الدار حين جاء منذر. جلس سعد مع منذر.")

    (shown,) = nearest(cast, list(find_meetings(cast)))

    assert cast.words.surface(shown.first, shown.last) == "سعد مع منذر"
