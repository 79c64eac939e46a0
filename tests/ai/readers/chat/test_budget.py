"""What a novel costs, measured on the requests as they leave."""

import pytest

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.readers.chat.tokens import estimated_tokens
from bookanalysis.arabic import sentences
from tests.ai.readers.chat.story import passage_of, present
from tests.gemini.cast import Cast

WORDS = 31_000
FIRST_NAMES = ["سالم", "هند", "رائد", "مريم", "زيد", "ليلى", "عامر", "نورة", "حمدان", "سعاد"]
LAST_NAMES = ["الحداد", "النجار", "ابن منصور"]
NAMES = [f"{first} {last}" for last in LAST_NAMES for first in FIRST_NAMES]
"""Thirty persons: more than most novels name in one passage."""
SCENES = [
    "خرج {} من الدار قبل الفجر، ولم يقل لأحد إلى أين يمضي في ذلك البرد الشديد.",
    "جلست النساء عند البئر يتحدثن عن {} وعن الطريق الطويل الذي ينتظر القافلة.",
    "كان المطر ينزل على السوق منذ أيام، والدكاكين مغلقة، والناس في بيوتهم يترقبون.",
    "قال {} وهو ينظر إلى الجبل البعيد: لن نبلغ القرية قبل أن يطلع القمر من ورائه.",
    "مضى الليل بطيئًا، ونام الأطفال، وبقيت النار وحدها مشتعلة في وسط الساحة الخالية.",
    "ثم التفت {} إلى {} وسأله عن الرسالة التي وصلت أمس من المدينة، فلم يجبه بشيء.",
]


def book(num_of_passages):
    """Passages of two parts each, of our own sentences over and over; thirty persons."""
    return [
        passage_of(
            *(_scenes(WORDS // num_of_passages // 2, turn=2 * number + part) for part in (0, 1)),
            number=number,
        )
        for number in range(1, num_of_passages + 1)
    ]


def _scenes(words, turn):
    text, number = [], turn
    while sum(len(each.split()) for each in text) < words:
        names = (NAMES[number % 30], NAMES[(number * 3 + 1) % 30])
        text.append(SCENES[number % 6].format(*names))
        number += 1
    return " ".join(text)


@pytest.mark.parametrize("num_of_passages", [11, 15])
def test_a_novel_of_31000_words_keeps_to_the_budget(desk, server, num_of_passages, record_property):
    passages = book(num_of_passages)
    server.cast = Cast(forms={name: [name] for name in NAMES}, title="طريق", author="كاتبة")
    whole = "\n".join(passage.text for passage in passages)
    step = len(whole) // 12
    reader = desk.open()

    reader.assess_quality([whole[:3000]])
    reader.classify([whole[start : start + 3000] for start in range(0, 12 * step, step)])
    reader.name_book(whole[:2000], BookName())
    prepared = reader.prepare(passages)
    for passage in passages:
        names = prepared.list_names(passage)
        summaries = prepared.summarize(passage, names)
        near = [passage.text[start:end] for start, end in sentences(passage.text)]
        confirmed = prepared.confirm_names(passage, names, summaries, near)
        prepared.describe(passage, present(passage, *(person.name for person in confirmed.persons)))

    tokens = sum(estimated_tokens(exchange.paid) for exchange in server.requests)
    share = tokens / estimated_tokens(whole)
    record_property("calls", len(server.requests))
    record_property("share", round(share, 3))
    assert len(whole.split()) >= WORDS
    assert len(server.requests) <= 48
    assert share <= 2.5
