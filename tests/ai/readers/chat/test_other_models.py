"""The same reader through other LangChain models: OpenAI's protocol, Ollama's."""

import pytest

from bookanalysis.ai.readers.chat.memory import MemoryAnswers, MemoryCalls
from bookanalysis.ai.readers.errors import QuotaSpent, ReaderKeyRefused, ReaderRefused, ReaderUnavailable
from bookanalysis.ai.readers.opening import ReaderSettings, open_reader
from bookanalysis.errors import ChunkUnreadable
from tests.ai.readers.chat.openai_server import OpenAIServer, chosen, refused
from tests.ai.readers.chat.ports import RecordingPace
from tests.ai.readers.chat.story import CAST, CHARACTERS, PASSAGE, SENTENCES, long_passage


@pytest.fixture
def server():
    with OpenAIServer(CAST) as server:
        yield server


@pytest.fixture
def calls():
    return MemoryCalls()


@pytest.fixture
def pace():
    return RecordingPace()


@pytest.fixture
def open_as(server, calls, pace):
    def open_as(reader="openai:m", base="/v1", **settings):
        told = ReaderSettings(reader=reader, base_url=server.url + base, **settings)
        opened = open_reader(told, MemoryAnswers(), calls, pace)
        opened.asker.caller.sleep = lambda seconds: None
        return opened

    return open_as


@pytest.mark.parametrize(("reader", "base"), [("openai:m", "/v1"), ("ollama:m", "")])
def test_other_models_answer_the_same_questions(open_as, server, calls, reader, base):
    opened = open_as(reader, base)
    prepared = opened.prepare([PASSAGE])

    names = prepared.list_names(PASSAGE)
    summaries = prepared.summarize(PASSAGE, names)
    confirmed = prepared.confirm_names(PASSAGE, names, summaries, SENTENCES)
    facts = prepared.describe(PASSAGE, CHARACTERS)

    assert [person.name for person in confirmed.persons] == ["سالم", "هند", "الدكتور رائد"]
    assert [summary.part for summary in summaries.summaries] == [1, 2]
    assert [fact.words for fact in facts.facts] == ["شعره أسود كالليل", "هند أخت سالم"]
    assert [(call.outcome, call.input_tokens, call.output_tokens) for call in calls.all] == [
        ("answered", 40, 20)
    ] * 3
    assert len(server.bodies) == 3


def test_openai_is_held_to_the_schema_strictly(open_as, server):
    open_as().prepare([]).list_names(PASSAGE)

    told = server.bodies[0]["response_format"]["json_schema"]
    assert told["strict"] is True
    assert told["schema"]["additionalProperties"] is False
    assert server.bodies[0]["temperature"] == 0


def test_ollama_gets_room_for_a_passage_and_its_answer(open_as, server):
    open_as("ollama:m", "").prepare([]).list_names(PASSAGE)

    options = server.bodies[0]["options"]
    assert (options["temperature"], options["num_predict"], options["num_ctx"]) == (0, 16384, 32768)
    assert server.bodies[0]["format"]["required"] == ["persons", "summaries"]


def test_an_answer_that_was_cut_off_is_asked_for_in_halves(open_as, server, calls):
    server.moods = {1: lambda right: chosen(right[:40], "length")}
    passage = long_passage(400)

    names = open_as().prepare([]).list_names(passage)

    assert [person.name for person in names.persons] == ["سالم"]
    assert [call.outcome for call in calls.all] == ["truncated", "answered", "answered"]
    assert calls.all[0].input_tokens == 40


@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        (lambda right: chosen("", "content_filter"), "CONTENT_FILTER"),
        (lambda right: chosen("", refusal="I cannot"), "REFUSAL"),
        (lambda right: chosen(right[:-1]), "INVALID_ANSWER"),
    ],
)
def test_no_answer_is_a_gap_with_its_reason(open_as, server, mood, reason):
    server.mood = mood

    with pytest.raises(ChunkUnreadable) as caught:
        open_as().prepare([]).list_names(PASSAGE)

    assert caught.value.reason == reason


def test_the_service_says_how_long_to_wait(open_as, server, pace):
    server.moods = {1: lambda right: refused(429, "slow down", Retry_After="9")}

    assert open_as().prepare([]).list_names(PASSAGE).persons
    assert pace.held == [9]
    assert len(server.bodies) == 2


@pytest.mark.parametrize(
    ("answer", "error", "requests"),
    [
        (refused(401, "Incorrect API key"), ReaderKeyRefused, 1),
        (refused(404, "no such model"), ReaderRefused, 1),
        (refused(400, "no such option"), ReaderRefused, 1),
        (refused(429, "no money", "insufficient_quota"), QuotaSpent, 1),
        (refused(500, "broken"), ReaderUnavailable, 3),
        ((200, {}, {"choices": None}), ReaderUnavailable, 3),
    ],
)
def test_a_failure_is_the_same_error_whoever_fails(open_as, server, answer, error, requests):
    server.mood = lambda right: answer

    with pytest.raises(error):
        open_as(attempts=3).prepare([]).list_names(PASSAGE)

    assert len(server.bodies) == requests


@pytest.mark.parametrize("reader", ["openai:m", "ollama:m"])
def test_a_server_that_is_not_there_is_unavailable(calls, pace, reader):
    told = ReaderSettings(reader=reader, base_url="http://127.0.0.1:1", attempts=1)

    with pytest.raises(ReaderUnavailable):
        open_reader(told, MemoryAnswers(), calls, pace).prepare([]).list_names(PASSAGE)

    assert [call.outcome for call in calls.all] == ["unreachable"]
