"""A text that was written anew leads back to the old one."""

from hypothesis import given
from hypothesis import strategies as st

from bookanalysis.arabic.offsets import rewrite


@st.composite
def edited(draw) -> tuple[str, list[tuple[int, int, str]]]:
    """A text and what becomes of some of its stretches."""
    stretches = draw(st.lists(st.tuples(st.text("ab", max_size=4), st.none() | st.text("xy", max_size=3))))
    edits = []
    place = 0
    for old, new in stretches:
        if new is not None and old:
            edits.append((place, place + len(old), new))
        place += len(old)
    return "".join(old for old, _ in stretches), edits


def test_a_dropped_stretch_belongs_to_what_is_before_it():
    text, way_back = rewrite("ab--cd", [(2, 4, "")])

    assert text == "abcd"
    assert way_back.span(0, 2) == (0, 4)
    assert way_back.span(2, 4) == (4, 6)


def test_a_stretch_that_got_longer_is_whole_or_not_there():
    text, way_back = rewrite("aXb", [(1, 2, "123")])

    assert text == "a123b"
    assert way_back.span(1, 2) == way_back.span(2, 3) == way_back.span(1, 4) == (1, 2)
    assert way_back.span(0, 1) == (0, 1)
    assert way_back.span(4, 5) == (2, 3)


@given(edited())
def test_all_of_the_new_text_is_all_of_the_old_but_for_what_was_dropped_at_the_beginning(case):
    old, edits = case

    new, way_back = rewrite(old, edits)

    start, end = way_back.span(0, len(new))
    assert end == len(old)
    assert all(piece == "" for first, last, piece in edits if last <= start)


@given(edited())
def test_letters_that_stay_lead_back_to_themselves(case):
    old, edits = case

    new, way_back = rewrite(old, edits)

    for place, letter in enumerate(new):
        start, _ = way_back.span(place, place + 1)
        assert letter in "xy" or old[start] == letter
