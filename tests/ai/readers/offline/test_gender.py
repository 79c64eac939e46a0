"""What agrees with a name tells whether it is a man's or a woman's."""

import pytest

from bookanalysis.ai.readers.offline.gender import gender_of
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.words import BookWords
from bookanalysis.arabic import fold
from bookanalysis.arabic.names import TITLES


def gender_in(tables, text):
    """The gender of شوقي, a name that may be anyone's."""
    words = BookWords([text], tables)
    mentions = []
    for place, key in enumerate(words.keys):
        if key == fold("شوقي"):
            before = words.keys[place - 1] if place else ""
            title = before if before in TITLES else ""
            mentions.append(NamePlace(place - bool(title), place, title, (key,), ()))
    gender = gender_of(mentions, words)
    return gender and gender.value


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("قال شوقي ثم جلس شوقي.", "male"),
        ("قالت شوقي ثم جلست شوقي.", "female"),
        ("خرج من دار شوقي وهي تبكي، وضحكت شوقي.", "female"),
        ("ومعه أخته شوقي، فضحكت شوقي.", "female"),
        ("ومعها ولدها شوقي، ونادت ابنها شوقي.", "male"),
        ("جاء السيد شوقي.", "male"),
        ("شوقي الذي أعرفه، وقام شوقي.", "male"),
    ],
)
def test_signs_that_agree_tell(tables, text, gender):
    assert gender_in(tables, text) == gender


@pytest.mark.parametrize(
    "text",
    [
        "قال شوقي.",
        "قال شوقي وقالت شوقي.",
        "رأى شوقي أحدا.",
        "ابنة شوقي وأخت شوقي.",
        "قالت لشوقي وقامت لشوقي.",
    ],
)
def test_one_sign_or_signs_that_differ_do_not(tables, text):
    assert gender_in(tables, text) is None
