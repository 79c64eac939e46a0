"""An answer that was cut off is asked for in halves, down to the smallest."""

import pytest

from bookanalysis.errors import ChunkUnreadable
from tests.ai.readers.chat.story import long_passage, present
from tests.gemini import moods


def test_an_answer_that_was_cut_off_is_asked_for_in_halves(desk, server):
    passage = long_passage(words=600)
    server.moods = {"first_name_querier": moods.truncate_longer_than(2500)}

    names = desk.open().prepare([passage]).list_names(passage)

    assert [person.name for person in names.persons] == ["سالم"]
    asked = [len(exchange.asked) for exchange in server.requests]
    assert asked[0] > 2500 >= max(asked[1:])
    assert desk.outcomes == ["truncated", "answered", "answered"]


def test_halves_end_with_a_sentence_and_hold_the_whole_text(desk, server):
    passage = long_passage(words=600)
    server.moods = {"profile_refresher": moods.truncate_longer_than(2500)}

    desk.open().prepare([passage]).describe(passage, present(passage, "سالم"))

    texts = [exchange.asked.partition("<جزء 1>\n")[2][: -len("\n</نص>")] for exchange in server.requests]
    assert texts[1].endswith(".")
    assert f"{texts[1]} {texts[2]}" == texts[0]


def test_a_summary_of_a_part_that_was_cut_is_of_both_halves(desk, server):
    passage = long_passage(words=600)
    server.moods = {"first_name_querier": moods.truncate_longer_than(2500)}
    prepared = desk.open().prepare([passage])

    summaries = prepared.summarize(passage, prepared.list_names(passage)).summaries

    assert [summary.part for summary in summaries] == [1]
    assert summaries[0].text.count("يحدث هنا") == 2


def test_what_is_cut_off_however_small_is_a_gap(desk, server):
    passage = long_passage(words=600)
    server.mood = moods.truncate

    with pytest.raises(ChunkUnreadable) as caught:
        desk.open().prepare([passage]).list_names(passage)

    assert caught.value.reason == "MAX_TOKENS"
    assert len(server.requests) == 3
    assert set(desk.outcomes) == {"truncated"}


def test_halves_are_paid_for_once(desk, server):
    passage = long_passage(words=600)
    server.moods = {"first_name_querier": moods.truncate_longer_than(2500)}

    first = desk.open().prepare([passage]).list_names(passage)
    again = desk.open().prepare([passage]).list_names(passage)

    assert again == first
    assert len(server.requests) == 3
