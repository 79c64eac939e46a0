"""A name that is a common word, too, is told apart by its places."""

import pytest

from bookanalysis.ai.readers.offline.mentions import find_mentions
from bookanalysis.ai.readers.offline.names import BookNames
from bookanalysis.ai.readers.offline.places import NamePlaces
from bookanalysis.ai.readers.offline.words import BookWords

AHMAD = "قال أحمد: تعال. فقالت له ليلى: يا أحمد لا تذهب. نظر إليها أحمد ثم ضحك أحمد وخرج. "


def common_uses(text: str, word: str, tables) -> list[int]:
    """At which of its places, counted from 0, a name is a common word."""
    words = BookWords([text], tables)
    places = NamePlaces(words, [word], tables)
    return [number for number, place in enumerate(words.occurrences[word]) if places.is_common_word(place)]


@pytest.mark.parametrize("verb", ["وأنا لا أحمد هذا الأمر.", "ثم قال: إني لا أحمد إلا الله."])
def test_a_name_that_is_a_verb_here_is_no_name(verb, tables):
    assert common_uses(AHMAD * 2 + verb, "احمد", tables) == [8]


def test_a_name_beside_a_speech_verb_is_one(tables):
    assert common_uses(AHMAD * 2 + "وأجاب أحمد: نعم.", "احمد", tables) == []


def test_a_word_that_is_seldom_anything_but_a_name_is_one_everywhere(tables):
    text = AHMAD.replace("أحمد", "لميس") * 2 + "وأنا لا لميس هذا الأمر."

    assert common_uses(text, "لميس", tables) == []


def test_a_common_use_is_no_mention(tables):
    text = "كان هذا لا نادر ولا كثير. إنه لا نادر. نعم يا نادر. كيف وهذا لا نادر هنا. ثم خرج نادر."
    words = BookWords([text], tables)

    mentioned = {mention.first for mention in find_mentions(words, BookNames(words, tables))}

    named = [place in mentioned for place in words.occurrences["نادر"]]
    assert named == [False, False, True, False, True]


def test_a_title_makes_no_name_of_a_word_that_seldom_has_one(tables):
    text = (
        "وكان الدكتور حسن الحظ. وكان في البيت أثاث حسن جدا. ثم رأيت من حسن المنظر ما سرني. هذا حسن. إنه لأمر"
        " حسن، وكل ما تفعله حسن عندي. ولم يكن ذلك من حسن الأدب في شيء. أليس من حسن الطالع أن نلتقي؟"
    )
    words = BookWords([text], tables)

    mentions = find_mentions(words, BookNames(words, tables))

    assert not any("حسن" in mention.core for mention in mentions)
