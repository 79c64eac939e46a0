"""Who speaks and who is spoken to."""

import pytest

from bookanalysis.ai.readers.offline.speeches import find_speeches
from tests.ai.readers.offline.people import NAMES, cast_of


def talk_of(tables, text):
    def name(person):
        return None if person is None else NAMES[person]

    return [(name(speech.speaker), name(speech.addressee)) for speech in find_speeches(cast_of(tables, text))]


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        ("قال سعد للميس: «تعالي.»", [("سعد", "لميس")]),
        ("قالت لميس: «تعال يا سعد.»", [("لميس", "سعد")]),
        ("تنهدت لميس طويلا وقالت: «تعال يا سعد.»", [("لميس", "سعد")]),
        ("قال سعد للميس: «تعالي.» فقالت: «نعم.»", [("سعد", "لميس"), ("لميس", "سعد")]),
        ("قال سعد: اذهب يا منذر. فقال منذر: نعم.", [("سعد", "منذر"), ("منذر", "سعد")]),
        ("قال: «لا أعلم.»", [(None, None)]),
        ("التفت سعد إلى لميس وقال: «تعالي.»", [("سعد", "لميس")]),
        ("ابتسم سعد قائلا: «تعالي يا لميس.»", [("سعد", "لميس")]),
        ("نظرت لميس إلى منذر وهي تقول: «تعال.»", [("لميس", "منذر")]),
        ("جاء سعد ومنذر وقال: «تعال.»", [(None, None)]),
        ("قالت لميس وهي تنظر إلى النافذة: «جاء المساء.»", [("لميس", None)]),
    ],
)
def test_speaker_and_addressee(tables, text, talk):
    assert talk_of(tables, text) == talk


def test_a_verb_without_a_speech_opens_none(tables):
    assert talk_of(tables, "قال سعد إنه مريض. ثم خرج.") == []


def test_a_speech_ends_where_its_mark_closes(tables):
    cast = cast_of(tables, "قال سعد: «نعم يا لميس.» ثم خرج إلى الدار.")
    (speech,) = find_speeches(cast)

    assert "خرج" not in cast.words.surface(speech.first, speech.last)


def test_a_turn_after_a_long_pause_is_nobodys(tables):
    pause = "مر الوقت في الدار الهادئة. " * 30

    assert talk_of(tables, f"قال سعد للميس: «تعالي.» {pause} فقالت: «نعم.»")[-1] == (None, None)
