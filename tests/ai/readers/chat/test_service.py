"""What the reader does when the model's service has a bad day; the real client asks a server on loopback."""

import logging
import threading
import traceback

import pytest

from bookanalysis.ai.readers.errors import QuotaSpent, ReaderKeyRefused, ReaderRefused, ReaderUnavailable
from tests.ai.readers.chat.story import FIRST, PASSAGE, passage_of
from tests.gemini import moods
from tests.gemini.server import KEY, right


def list_names(desk, **settings):
    return desk.open(**settings).prepare([PASSAGE]).list_names(PASSAGE)


def test_a_right_answer_takes_one_request(desk, server):
    names = list_names(desk)

    assert [person.name for person in names.persons] == ["سالم", "هند", "الدكتور رائد"]
    assert len(server.requests) == len(desk.pace.entered) == 1
    assert desk.outcomes == ["answered"]


def test_a_slow_answer_is_waited_for(desk, server):
    server.mood = moods.delayed(0.3)

    assert list_names(desk).persons
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("mood", "seconds"),
    [(moods.too_fast(17), 17), (moods.too_fast_by_header(23), 23), (moods.too_fast(2.5), 2.5)],
)
def test_who_is_told_to_wait_holds_everybody_for_as_long(desk, server, mood, seconds):
    server.moods = {1: mood, 2: mood}

    names = list_names(desk)

    assert names.persons
    assert desk.pace.held == [seconds, seconds]
    assert len(server.requests) == len(desk.pace.entered) == 3
    assert desk.slept == [0, 0]
    assert desk.outcomes == ["refused (429)", "refused (429)", "answered"]


def test_who_goes_too_fast_and_is_not_told_how_long_holds_everybody_all_the_same(desk, server):
    server.moods = {1: moods.failing(429, "RESOURCE_EXHAUSTED")}

    assert list_names(desk).persons
    assert desk.pace.held == [10]


def test_calls_are_noted_with_the_tokens_that_the_service_counts(desk, server):
    list_names(desk)

    call = desk.calls.all[0]
    counted = server.requests[0].usage(server.requests[0].right)
    assert (call.model, call.question) == ("gemini:gemini-2.5-flash", "first_name_querier")
    assert (call.input_tokens, call.output_tokens) == (
        counted["promptTokenCount"],
        counted["candidatesTokenCount"],
    )
    assert 0 < call.seconds < 5


def test_where_the_service_counts_no_tokens_they_are_estimated(desk, server):
    server.moods = {1: moods.overloaded}

    list_names(desk)

    assert desk.calls.all[0].input_tokens == desk.pace.entered[0] > 300


def test_the_pace_learns_from_the_counted_tokens(desk, server):
    prepared = desk.open().prepare([])

    prepared.list_names(PASSAGE)
    prepared.list_names(passage_of(FIRST))

    counted = [exchange.usage()["promptTokenCount"] for exchange in server.requests]
    before, after = (entered / count for entered, count in zip(desk.pace.entered, counted, strict=True))
    assert abs(after - 1) < abs(before - 1)


def test_a_spent_day_closes_the_pace_and_is_not_tried_again(desk, server):
    server.mood = moods.day_spent

    with pytest.raises(QuotaSpent):
        list_names(desk)

    assert desk.pace.is_closed
    assert desk.pace.held == []
    assert len(server.requests) == 1


@pytest.mark.parametrize(
    ("mood", "outcome"),
    [
        (moods.internal_error, "refused (500)"),
        (moods.overloaded, "refused (503)"),
        (moods.failing(408, "DEADLINE"), "refused (408)"),
        (moods.drop, "unreachable"),
        (moods.no_json, "unreachable"),
        (moods.delayed(0.2, moods.overloaded), "refused (503)"),
    ],
)
def test_a_service_that_stumbles_is_asked_again_after_a_while(desk, server, mood, outcome):
    server.moods = {1: mood, 2: mood}

    names = list_names(desk)

    assert names.persons
    assert len(server.requests) == len(desk.pace.entered) == 3
    assert desk.outcomes == [outcome, outcome, "answered"]
    assert len(desk.slept) == 2
    assert all(0 < seconds <= 4 for seconds in desk.slept)


@pytest.mark.parametrize("mood", [moods.overloaded, moods.drop, moods.no_json, moods.too_fast(1)])
def test_a_service_that_stays_away_is_given_up_after_all_attempts(desk, server, mood):
    server.mood = mood

    with pytest.raises(ReaderUnavailable):
        list_names(desk, attempts=4)

    assert len(server.requests) == len(desk.calls.all) == 4


@pytest.mark.parametrize("mood", [moods.hang, moods.drip])
def test_a_service_that_never_ends_is_left_after_the_timeout(desk, server, mood):
    server.moods = {1: mood}

    names = list_names(desk, timeout=1)

    assert names.persons
    assert desk.outcomes == ["unreachable", "answered"]
    assert 0.9 < server.gaps[0] < 3


def test_nobody_listening_is_unavailable(desk):
    with pytest.raises(ReaderUnavailable):
        list_names(desk, base_url="http://127.0.0.1:1", attempts=2)

    assert desk.outcomes == ["unreachable", "unreachable"]


@pytest.mark.parametrize("mood", [moods.forbidden, moods.failing(401, "UNAUTHENTICATED")])
def test_a_refused_key_is_told_at_once(desk, server, mood):
    server.mood = mood

    with pytest.raises(ReaderKeyRefused):
        list_names(desk)

    assert len(server.requests) == 1


def test_a_wrong_key_is_told_at_once_and_stands_nowhere(desk, server, caplog):
    secret = "a-secret-that-nobody-may-see"

    with caplog.at_level(logging.DEBUG), pytest.raises(ReaderKeyRefused) as caught:
        list_names(desk, api_key=secret)

    assert len(server.requests) == 1
    assert "API key not valid: ***" in caplog.text
    assert secret not in caplog.text
    assert secret not in told(caught.value)


def test_the_key_stands_in_nothing_that_can_be_printed(desk, server, caplog):
    server.mood = moods.overloaded

    with caplog.at_level(logging.DEBUG), pytest.raises(ReaderUnavailable) as caught:
        list_names(desk, attempts=2)
    reader = desk.open()

    assert caplog.text
    for shown in (caplog.text, told(caught.value), repr(reader), repr(reader.asker.caller.chat_model.model)):
        assert KEY not in shown


def test_an_unknown_model_is_told_at_once_in_the_services_words(desk, server):
    with pytest.raises(ReaderRefused, match="NOT_FOUND"):
        list_names(desk, reader="gemini:gemini-0-none")

    assert len(server.requests) == 1


def test_a_request_that_is_refused_is_not_tried_again(desk, server):
    server.mood = moods.bad_request

    with pytest.raises(ReaderRefused, match="INVALID_ARGUMENT"):
        list_names(desk)

    assert len(server.requests) == 1


def test_moods_may_follow_each_other(desk, server):
    server.moods = {
        1: moods.drop,
        2: moods.too_fast(3),
        3: moods.cut_silently,
        4: moods.overloaded,
        5: moods.delayed(0.1, moods.fenced),
    }

    names = list_names(desk)

    assert names.persons
    assert desk.outcomes == ["unreachable", "refused (429)", "invalid", "refused (503)", "answered"]


def test_many_questions_may_be_asked_at_once(desk, server):
    together = threading.Barrier(4, timeout=10)

    def meet(exchange):
        together.wait()
        right(exchange)

    server.mood = meet
    reader = desk.open()
    prepared = reader.prepare([])

    threads = [
        threading.Thread(target=prepared.list_names, args=(passage_of(f"عاد سالم في اليوم {number}."),))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert server.most_at_once == 4
    assert desk.outcomes == ["answered"] * 4


def told(error):
    """Everything a traceback or a log could show of an error."""
    return "".join(traceback.format_exception(error)) + repr(error)
