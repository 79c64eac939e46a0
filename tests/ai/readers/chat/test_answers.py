"""What the reader makes of answers: cut off, blocked, invalid, untrue, stored."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bookanalysis.ai.grounding import ground_facts, ground_persons
from bookanalysis.ai.prompts import EXAMPLE_NAMES
from bookanalysis.arabic import FoldedText
from bookanalysis.errors import ChunkUnreadable
from tests.ai.readers.chat.story import CHARACTERS, FIRST, PASSAGE, SECOND, SENTENCES, passage_of
from tests.gemini import moods

ALONE = passage_of(FIRST)
QUESTIONS = ["first_name_querier", "second_name_querier", "profile_refresher"]


def read(desk, passage=PASSAGE, characters=CHARACTERS):
    """All that is asked of a passage."""
    prepared = desk.open().prepare([passage])
    names = prepared.list_names(passage)
    summaries = prepared.summarize(passage, names)
    confirmed = prepared.confirm_names(passage, names, summaries, SENTENCES)
    return names, summaries, confirmed, prepared.describe(passage, characters)


def test_a_passage_takes_three_requests(desk, server):
    names, summaries, confirmed, facts = read(desk)

    assert server.asked == QUESTIONS
    assert [summary.part for summary in summaries.summaries] == [1, 2]
    assert confirmed == names
    assert [(fact.character, fact.words, fact.other) for fact in facts.facts] == [
        (1, "شعره أسود كالليل", None),
        (2, "هند أخت سالم", 1),
    ]


def test_where_nobody_is_named_nothing_more_is_asked(desk, server):
    passage = passage_of("كان المطر ينزل على السوق ولم يمر أحد.")

    names, summaries, confirmed, facts = read(desk, passage, [])

    assert server.asked == ["first_name_querier"]
    assert (names.persons, confirmed.persons, facts.facts) == ([], [], [])
    assert len(summaries.summaries) == 1


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    ("mood", "reason"),
    [
        (moods.blocked("SAFETY"), "SAFETY"),
        (moods.blocked("RECITATION"), "RECITATION"),
        (moods.blocked("PROHIBITED_CONTENT"), "PROHIBITED_CONTENT"),
        (moods.prompt_blocked("PROHIBITED_CONTENT"), "PROHIBITED_CONTENT"),
        (moods.prompt_blocked("SAFETY"), "SAFETY"),
    ],
)
def test_a_blocked_question_is_a_gap_with_its_reason_and_not_asked_again(
    desk, server, question, mood, reason
):
    server.moods = {question: mood}

    with pytest.raises(ChunkUnreadable) as caught:
        read(desk, ALONE, CHARACTERS[:2])

    assert caught.value.reason == reason
    assert server.asked.count(question) == 1
    assert desk.outcomes[-1] == "blocked"


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize(
    "mood",
    [
        moods.cut_silently,
        moods.chatty,
        moods.empty,
        moods.no_candidates,
        moods.other_json,
        moods.run_away,
        moods.repeat_items,
        moods.blocked("OTHER"),
        moods.blocked("MALFORMED_FUNCTION_CALL"),
    ],
)
def test_an_answer_that_stays_invalid_is_a_gap_after_three_requests(desk, server, question, mood):
    server.moods = {question: mood}

    with pytest.raises(ChunkUnreadable) as caught:
        read(desk, ALONE, CHARACTERS[:2])

    assert caught.value.reason == "INVALID_ANSWER"
    assert server.asked.count(question) == 3
    assert desk.outcomes[-3:] == ["invalid"] * 3


@pytest.mark.parametrize("question", ["first_name_querier", "profile_refresher"])
@pytest.mark.parametrize(
    ("mood", "reason"), [(moods.blocked("SAFETY"), "SAFETY"), (moods.empty, "INVALID_ANSWER")]
)
def test_of_a_passage_that_is_not_read_as_a_whole_only_the_guilty_part_is_a_gap(
    desk, server, question, mood, reason
):
    def refuse_the_second(exchange):
        (mood if SECOND[:10] in exchange.asked else moods.right)(exchange)

    server.moods = {question: refuse_the_second}

    names, summaries, _, facts = read(desk)

    unread = (names if question == "first_name_querier" else facts).unread
    assert [(part.part, part.reason) for part in unread] == [(2, reason)]
    assert "سالم" in [person.name for person in names.persons]
    assert [fact.words for fact in facts.facts] == ["شعره أسود كالليل", "هند أخت سالم"]
    assert 1 in [summary.part for summary in summaries.summaries]


@pytest.mark.parametrize("mood", [moods.cut_silently, moods.repeat_sentences, moods.run_away, moods.empty])
def test_an_invalid_answer_is_asked_for_once_more_in_other_words(desk, server, mood):
    server.moods = {1: mood}

    names, *_ = read(desk)

    assert len(names.persons) == 3
    assert server.asked == ["first_name_querier", *QUESTIONS]
    assert server.requests[1].asked.startswith(server.requests[0].asked)
    assert server.requests[1].asked != server.requests[0].asked


def test_an_answer_in_a_fence_is_an_answer(desk, server):
    server.mood = moods.fenced

    _, _, _, facts = read(desk)

    assert len(facts.facts) == 2
    assert server.asked == QUESTIONS


def test_a_resumed_reading_pays_for_nothing_twice(desk, server):
    first = read(desk)
    again = read(desk)

    assert again == first
    assert len(server.requests) == len(desk.answers) == 3


def test_the_first_stored_answer_wins(desk, server):
    theirs = '{"persons":[{"name":"هند","forms":["هند"]}],"summaries":[]}'
    keep = desk.answers.keep

    def another_was_faster(digest, answer):
        keep(digest, theirs)
        return keep(digest, answer)

    desk.answers.keep = another_was_faster

    names = desk.open().prepare([PASSAGE]).list_names(PASSAGE)

    assert [person.name for person in names.persons] == ["هند"]


def test_the_same_question_asked_twice_at_once_is_one_call(desk, server):
    server.mood = moods.delayed(0.3)
    prepared = desk.open().prepare([PASSAGE])

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(prepared.list_names, [PASSAGE] * 4))

    assert len(server.requests) == 1
    assert answers == [answers[0]] * 4


def test_another_model_is_asked_anew(desk, server):
    reader = desk.open()
    reader.prepare([]).list_names(PASSAGE)
    reader.asker.name = "gemini:another"

    reader.prepare([]).list_names(PASSAGE)

    assert len(server.requests) == 2


def test_a_model_that_lies_leaves_no_trace_in_what_is_grounded(desk, server):
    server.mood = moods.lie

    _, summaries, confirmed, facts = read(desk)
    text = FoldedText(PASSAGE.text)
    persons = ground_persons(text, PASSAGE, confirmed)
    present = [(character.name, character) for character in CHARACTERS]
    grounded = ground_facts(text, PASSAGE, facts, present)

    assert [person.name for person in persons.persons] == ["سالم", "هند", "الدكتور رائد"]
    assert [fact.quote for fact in grounded.facts] == ["شعره أسود كالليل", "هند أخت سالم"]
    assert persons.dropped > 0
    assert grounded.dropped > 0
    assert [summary.part for summary in summaries.summaries] == [1, 2]
    assert all(summary.text.startswith("يحدث هنا") for summary in summaries.summaries)
    shown = f"{persons} {summaries} {grounded}"
    assert not any(name in shown for name in EXAMPLE_NAMES)
