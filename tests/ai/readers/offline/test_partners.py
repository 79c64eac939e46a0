"""Two of whom nobody else is as near to either are partners if love is spoken of."""

from collections import defaultdict

from bookanalysis.ai.readers.offline.meetings import closeness, find_meetings, pair_of
from bookanalysis.ai.readers.offline.partners import partner_ties
from tests.ai.readers.offline.people import NAMES, cast_of

FAR = "ومضى الناس إلى السوق ثم عادوا إلى البيوت في المساء كعادتهم كل يوم وكان الطريق طويلا. " * 3
QUIET = f"جلس سعد مع لميس في الدار. {FAR}\n"
LOVING = f"جلس سعد مع لميس والحب يملأ قلبه. {FAR}\n"


def partners(tables, text):
    cast = cast_of(tables, text)
    met = defaultdict(list)
    for tie in find_meetings(cast):
        met[pair_of(tie.a, tie.b)].append(tie)
    close = {pair: closeness(cast, meetings, 0) for pair, meetings in met.items()}
    return {(NAMES[tie.a], tie.type.value, NAMES[tie.b]) for tie in partner_ties(cast, close, met)}


def test_a_man_and_a_woman_nearest_to_each_other(tables):
    assert partners(tables, QUIET * 26 + LOVING * 3) == {("سعد", "romantic", "لميس")}


def test_without_a_word_of_love_they_are_none(tables):
    assert partners(tables, QUIET * 29) == set()


def test_two_men_are_none(tables):
    assert partners(tables, (QUIET * 26 + LOVING * 3).replace("لميس", "منذر")) == set()


def test_whoever_is_nearer_to_another_is_none(tables):
    rival = QUIET.replace("سعد", "منذر") * 40

    assert partners(tables, QUIET * 26 + LOVING * 3 + rival) == set()


def test_two_who_are_mostly_named_apart_are_none(tables):
    alone = f"خرج سعد إلى السوق. {FAR}\n" * 120

    assert partners(tables, QUIET * 26 + LOVING * 3 + alone) == set()


def test_the_evidence_names_both_and_speaks_of_love(tables):
    cast = cast_of(tables, QUIET * 26 + LOVING * 3)
    met = list(find_meetings(cast))
    pair = pair_of(met[0].a, met[0].b)

    shown = list(partner_ties(cast, {pair: 29.0}, {pair: met}))

    assert shown
    assert all("سعد مع لميس والحب" in cast.words.surface(tie.first, tie.last) for tie in shown)
