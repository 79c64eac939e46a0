"""Two are kin over a third where the words that tie one of them name the other."""

from bookanalysis.ai.readers.offline.kin_of_kin import kin_of_kin
from bookanalysis.ai.readers.offline.tie_evidence import Tie
from bookanalysis.ai.readers.offline.ties import FAMILY, FRIEND
from tests.ai.readers.offline.people import NAMES, cast_of

SAAD, MUNDHIR, LAMIS = (NAMES.index(name) for name in ("سعد", "منذر", "لميس"))
BOTH = [(SAAD, LAMIS)]
FAR = "مر الوقت ببطء شديد في تلك البلاد البعيدة عند أهلها. "


def inferred(tables, text, second_kind=FAMILY, belong=BOTH):
    """Saad is Mundhir's brother by the first four tokens, Lamis is told to be his wife on another page."""
    cast = cast_of(tables, text + FAR * 3 + "زوجته. ")
    page = next(cast.places_of(["زوجته"]))
    typed = {
        (SAAD, MUNDHIR): [Tie(0, 3, SAAD, MUNDHIR, FAMILY, 3.0)],
        (MUNDHIR, LAMIS): [Tie(page, page, LAMIS, MUNDHIR, second_kind, 3.0)],
    }
    ties = kin_of_kin(cast, typed, belong)
    return [(NAMES[tie.a], NAMES[tie.b], cast.words.surface(tie.first, tie.last)) for tie in ties]


def test_a_brothers_wife_is_kin_where_the_words_name_her(tables):
    ties = inferred(tables, "جاء سعد أخو منذر مع لميس.")

    assert ("سعد", "لميس", "جاء سعد أخو منذر مع لميس") in ties


def test_words_that_name_only_one_of_the_two_tie_nobody(tables):
    assert inferred(tables, "جاء سعد أخو منذر. " + FAR * 3 + "جاءت لميس.") == []


def test_a_name_in_another_paragraph_is_not_beside_the_words(tables):
    assert inferred(tables, "جاء سعد أخو منذر.\nجاءت لميس.") == []


def test_a_nephews_wife_is_no_kin(tables):
    assert inferred(tables, "جاء سعد عم منذر مع لميس.") == []


def test_a_brothers_friend_is_no_kin(tables):
    assert inferred(tables, "جاء سعد أخو منذر مع لميس.", second_kind=FRIEND) == []


def test_two_who_are_hardly_together_are_left_alone(tables):
    assert inferred(tables, "جاء سعد أخو منذر مع لميس.", belong=[]) == []
