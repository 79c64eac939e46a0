"""What is asked of the whole book: its kind and its name."""

import pytest

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.readers.offline import kind
from tests.ai.readers.chat.story import FIRST
from tests.gemini import moods


def test_a_lie_about_the_book_is_not_believed(desk, server):
    server.mood = moods.lie
    opening = f"طريق القرية\nتأليف كاتبة\n{FIRST}"

    name = desk.open().name_book(opening, BookName())

    assert name == BookName(title="طريق القرية", author="كاتبة")


def test_the_title_is_asked_for_only_where_the_metadata_lacks_something(desk, server):
    reader = desk.open()
    opening = f"طريق القرية\nكاتبة\n{FIRST}"

    told = reader.name_book(opening, BookName(title="عنوان", author="مؤلف"))
    asked = reader.name_book(opening, BookName(title="عنوان"))

    assert told == BookName(title="عنوان", author="مؤلف")
    assert asked == BookName(title="عنوان", author="كاتبة")
    assert server.asked == ["name_extractor"]


def test_the_kind_is_asked_for_once_and_the_quality_never(desk, server):
    reader = desk.open()

    assert reader.assess_quality([FIRST]).quality_score >= 0
    assert reader.classify([FIRST]).is_literary
    assert server.asked == ["text_classifier"]


@pytest.mark.parametrize("mood", [moods.blocked("SAFETY"), moods.chatty, moods.lie])
def test_where_the_model_tells_no_kind_the_rules_do(desk, server, mood):
    server.mood = mood

    assert desk.open().classify([FIRST]) == kind.classify([FIRST])
