"""The whole way through the graph with a chat model, asked over HTTP."""

import pytest

from bookanalysis.ai.memory_store import MemoryStore
from bookanalysis.errors import NotLiterary
from tests.ai.books import CHAPTERS, PERSONS, export_of, publication, read
from tests.ai.readers.chat.test_whole_book import TREATISE
from tests.gemini import moods
from tests.gemini.cast import Cast

CAST = Cast(
    forms=PERSONS,
    facts={
        "سالم": [("physical", "hair", "أسود", "شعره أسود كالليل", "")],
        "هند": [("relationship", "family", "أخت سالم", "هند أخت سالم", "سالم")],
    },
)


def read_by(desk, concurrency=1, words_at_once=0):
    desk.server.cast = CAST
    store = MemoryStore(publication())
    read(store, desk.open(words_at_once=words_at_once), concurrency)
    return store


def test_a_book_is_read_with_its_characters_and_what_is_said_of_them(desk):
    exported = export_of(read_by(desk))

    for words in ("سالم", "هند", "الدكتور رائد", "شعره أسود كالليل", "هند أخت سالم"):
        assert words in exported


def test_the_result_is_the_same_for_every_concurrency_and_on_a_bad_day(desk, server):
    quiet = export_of(read_by(desk))
    desk.answers = type(desk.answers)()
    server.moods = {
        number: mood
        for number in range(len(server.requests) + 1, len(server.requests) + 60, 3)
        for mood in [(moods.overloaded, moods.drop, moods.too_fast(1), moods.cut_silently)[number % 4]]
    }

    stormy = export_of(read_by(desk, concurrency=8))

    assert stormy == quiet
    assert {"refused (503)", "unreachable", "refused (429)", "invalid"} <= set(desk.outcomes)


@pytest.mark.parametrize("question", ["first_name_querier", "second_name_querier", "profile_refresher"])
def test_a_chunk_that_the_model_will_not_read_is_a_gap_and_the_book_goes_on(desk, server, question):
    def block(exchange):
        is_second = "لا تتأخر" in exchange.asked
        (moods.blocked("RECITATION") if is_second else moods.right)(exchange)

    server.moods = {question: block}

    store = read_by(desk)

    assert [number for number, reading in store.readings.items() if reading.gap == "RECITATION"] == [2]
    assert sorted(store.readings) == list(range(1, len(CHAPTERS) + 1))


def test_a_book_that_is_no_novel_is_refused(desk, server):
    store = MemoryStore(publication([TREATISE]))
    server.cast = Cast(is_literary=False)

    with pytest.raises(NotLiterary):
        read(store, desk.open())

    assert server.asked == ["text_classifier"]
