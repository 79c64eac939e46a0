import json

import pytest
from langchain_core.messages import AIMessage

from bookanalysis.ai.readers.chat.forms import ConfirmForm, FactsForm, NamesForm
from bookanalysis.ai.readers.chat.repetition import repeats_itself, runs_away
from bookanalysis.ai.readers.chat.replies import Blocked, CutOff, Invalid, Reply, answer_in, reply_of
from tests.ai.readers.chat.story import FIRST

FACT = {"character": 1, "kind": "trait", "key": "", "value": "صبور", "other": 0, "words": "كان صبورا"}
NOBODY = '{"persons": [], "summaries": []}'


def facts_of(*facts):
    return answer_in(Reply(json.dumps({"facts": facts}), "STOP"), FactsForm).facts


@pytest.mark.parametrize("finish", ["", "STOP", "TOOL_CALLS"])
def test_a_finished_answer_is_read(finish):
    assert answer_in(Reply(NOBODY, finish), NamesForm).persons == []


@pytest.mark.parametrize("finish", ["MAX_TOKENS", "LENGTH"])
def test_whole_json_that_was_cut_off_is_no_answer(finish):
    with pytest.raises(CutOff):
        answer_in(Reply(NOBODY, finish), NamesForm)


@pytest.mark.parametrize("finish", ["SAFETY", "RECITATION", "CONTENT_FILTER", "SPII", "A_NEW_REASON"])
def test_any_other_end_is_a_block_with_its_reason(finish):
    with pytest.raises(Blocked, match=finish):
        answer_in(Reply(NOBODY, finish), NamesForm)


def test_a_refusal_is_a_block():
    with pytest.raises(Blocked, match="REFUSAL"):
        answer_in(Reply("", "STOP", refusal="لا أستطيع"), NamesForm)


@pytest.mark.parametrize(
    "text", ["", "[]", "null", "{}", NOBODY[:-1], f"{NOBODY} ثم", '{"persons": [{"name": "سالم"', "[" * 5000]
)
def test_what_is_no_whole_form_is_invalid(text):
    with pytest.raises(Invalid):
        answer_in(Reply(text, "STOP"), NamesForm)


def test_items_that_do_not_fit_are_left_out_and_the_same_is_kept_once():
    facts = facts_of(
        FACT,
        FACT,
        FACT | {"value": "كريم"},
        FACT | {"value": "بخيل", "character": 2},
        FACT | {"kind": "shoe size"},
        FACT | {"words": " ".join(map(str, range(200)))},
        FACT | {"value": "  "},
    )

    assert [fact.value for fact in facts] == ["صبور", "كريم", "بخيل"]


def test_an_answer_most_of_whose_items_do_not_fit_is_invalid():
    with pytest.raises(Invalid):
        facts_of(FACT, FACT | {"kind": "x"}, FACT | {"kind": "y"})


def test_names_are_short_and_each_form_stands_once():
    person = {"name": " سالم\nالحداد ", "forms": ["سالم", "سالم", "", "".join(map(str, range(200))), 7]}

    answer = answer_in(Reply(json.dumps({"persons": [person], "summaries": []})), NamesForm)

    assert (answer.persons[0].name, answer.persons[0].forms) == ("سالم الحداد", ["سالم"])


def test_a_form_reads_again_what_it_wrote():
    answer = NamesForm(persons=[{"name": "سالم", "forms": ["سالم"]}], summaries=[{"part": 1, "text": "خرج."}])

    assert NamesForm.model_validate_json(answer.model_dump_json()) == answer


@pytest.mark.parametrize(
    "said",
    [
        {"no_person": [3] * 300},
        {"no_person": list(range(401))},
        {"facts": [FACT] * 9},
        {"summaries": [{"part": 1, "text": "ذهب سالم إلى السوق. " * 4}]},
        {"summaries": [{"part": 1, "text": "ثم عاد ثم ذهب " * 10}]},
        {"title": "طويل" * 2000},
    ],
)
def test_the_same_over_and_over_is_no_answer(said):
    assert repeats_itself(said)


@pytest.mark.parametrize(
    "said",
    [
        {"no_person": list(range(60)), "same": [{"first": 1, "second": n} for n in range(40)]},
        {"facts": [FACT | {"character": number} for number in range(30)]},
        {"summaries": [{"part": 1, "text": "خرج سالم. لقيته هند. عادا إلى الدار. نام الناس."}]},
        {"persons": []},
    ],
)
def test_an_honest_answer_does_not_repeat_itself(said):
    assert not repeats_itself(said)


def test_a_loop_is_told_from_a_long_list():
    loop = '{"persons": [' + '{"name": "سالم", "forms": ["سالم"]}, ' * 100
    counting = "".join(f'{{"part": {number}, "text": "ذهب سالم إلى السوق."}}, ' for number in range(100))
    words = FIRST.split()
    honest = "".join(
        f'{{"name": "{words[n % 7]} {words[n % 11]}", "forms": ["{words[n % 13]} {words[n % 17]}"]}}, '
        for n in range(300)
    )

    assert runs_away(loop)
    assert runs_away(counting)
    assert not runs_away(honest)


def test_a_tools_arguments_are_the_answer_of_a_model_without_structured_output():
    call = {"name": "ConfirmForm", "args": {"no_person": [2], "same": [], "belongs": []}, "id": "1"}

    reply = reply_of(AIMessage("", tool_calls=[call], response_metadata={"finish_reason": "tool_calls"}))

    assert answer_in(reply, ConfirmForm).no_person == [2]
