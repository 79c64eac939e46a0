"""What ties two persons over a whole book."""

from bookanalysis.ai.readers.offline.relations import find_ties
from tests.ai.readers.offline.people import NAMES, cast_of

PAGE = "مر الوقت ببطء شديد في تلك البلاد البعيدة عند أهلها.\n" * 8
TOGETHER = "جلس سعد مع منذر في الدار.\n"


def ties_of(tables, *scenes: str) -> list[tuple[str, str, str]]:
    """What ties whom, by scenes with a page between them."""
    ties = find_ties(cast_of(tables, PAGE.join(scenes)))
    return [(NAMES[tie.a], tie.type.value, NAMES[tie.b]) for tie in ties]


def test_one_plain_word_is_enough_for_a_type(tables):
    assert ties_of(tables, "جاءت لميس أخت منذر إلى الدار.") == [("لميس", "family", "منذر")]


def test_a_pronoun_that_may_mean_two_is_not(tables):
    assert all(
        kind == "other" for _, kind, _ in ties_of(tables, "كان سعد ومنذر في الدار الكبيرة مع أخته لميس.")
    )


def test_the_type_that_weighs_most_is_shown_alone(tables):
    ties = ties_of(tables, "جاء سعد أخو منذر.", "جاء سعد صديق منذر.", "كان سعد صديق منذر.")

    assert set(ties) == {("سعد", "friend", "منذر")}


def test_a_type_read_from_either_side_is_one_type(tables):
    ties = ties_of(tables, "جاء سعد تلميذ منذر.", "جاء منذر، مؤدب سعد، معه.", "سعد صديق منذر.")

    assert set(ties) == {("سعد", "student", "منذر"), ("منذر", "mentor", "سعد")}


def test_two_who_are_often_together_are_tied_without_a_type(tables):
    assert ties_of(tables, TOGETHER, TOGETHER) == [("سعد", "other", "منذر")]


def test_two_who_meet_once_are_not_tied(tables):
    assert ties_of(tables, TOGETHER, "خرج سعد.", "خرج منذر.") == []


def test_who_is_often_named_needs_more_meetings(tables):
    alone = ["خرج سعد إلى السوق.", "خرج منذر إلى السوق."] * 12
    apart = "جلس سعد في الدار الكبيرة وحده، ثم جاء الناس من كل جهة، وجاء معهم منذر بعد ساعة."

    assert ties_of(tables, apart, apart, *alone) == []
    assert ties_of(tables, TOGETHER, TOGETHER, *alone) == [("سعد", "other", "منذر")]


def test_a_tie_shows_the_rest_of_its_clause(tables):
    cast = cast_of(tables, "وفي المساء جاءت لميس أخت منذر إلى الدار، ونامت.")

    (tie,) = find_ties(cast)

    assert cast.words.surface(tie.first, tie.last) == "وفي المساء جاءت لميس أخت منذر إلى الدار"
