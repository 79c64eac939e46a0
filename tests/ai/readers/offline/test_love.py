"""Love is where two are alone together and the text keeps speaking of it."""

from collections import defaultdict

from bookanalysis.ai.readers.offline.love import love_ties
from bookanalysis.ai.readers.offline.meetings import find_meetings
from tests.ai.readers.offline.people import NAMES, cast_of

APART = "ومضى الناس إلى السوق ثم عادوا إلى البيوت في المساء كعادتهم كل يوم وكان الطريق طويلا. " * 6 + "\n"
LOVING = "جلس سعد إلى جانب لميس وكان الحب يملأ قلبه والغرام في عينيها.\n" + APART
QUIET = "جلس سعد إلى جانب لميس وكان المطر ينزل على الحقول البعيدة.\n" + APART


def lovers(tables, text):
    cast = cast_of(tables, text)
    met = defaultdict(list)
    for tie in find_meetings(cast):
        met[tie.a, tie.b].append(tie)
    return {(NAMES[tie.a], NAMES[tie.b]) for tie in love_ties(cast, met)}


def test_a_man_and_a_woman_alone_with_talk_of_love(tables):
    assert lovers(tables, LOVING * 12) == {("سعد", "لميس")}


def test_being_together_is_not_love(tables):
    assert lovers(tables, QUIET * 12) == set()


def test_two_men_are_no_lovers(tables):
    assert lovers(tables, LOVING.replace("لميس", "منذر") * 12) == set()


def test_who_is_loved_by_another_too_is_left_to_the_one_nearer_to_love(tables):
    rival = LOVING.replace("سعد", "منذر") * 10

    assert lovers(tables, LOVING * 14 + rival) == {("سعد", "لميس")}
