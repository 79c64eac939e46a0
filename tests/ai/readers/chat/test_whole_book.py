"""What is asked of the whole book: its kind and its name."""

import pytest

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.readers.offline import kind
from tests.ai.readers.chat.story import FIRST, SECOND
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


TREATISE = (
    "تقوم التجارة بين الأمم على تبادل السلع والمنافع، وقد بيّنا في الفصل السابق أن الأسعار تتبع العرض والطلب. "
    "وينقسم هذا الباب إلى ثلاثة أقسام: الأول في تعريف النقد، والثاني في وظائفه، والثالث في أثره في الصناعة. "
) * 8


def test_the_kind_is_asked_for_once_where_the_rules_see_no_novel(desk, server):
    assert desk.open().classify([TREATISE]).is_literary
    assert server.asked == ["text_classifier"]


def test_what_the_rules_are_sure_of_is_not_asked_for(desk, server):
    reader = desk.open()

    assert reader.assess_quality([FIRST]).quality_score >= 0
    assert reader.classify([f"{FIRST} {SECOND}\n" * 40]).is_literary
    assert server.asked == []


def test_a_page_is_not_enough_for_the_rules(desk, server):
    desk.open().classify([FIRST])

    assert server.asked == ["text_classifier"]


def test_the_rules_for_arabic_decide_nothing_about_another_language(desk, server):
    desk.open().classify(["Salim left the house before dawn, and Hind said to him: do not be late."])

    assert server.asked == ["text_classifier"]


@pytest.mark.parametrize("mood", [moods.blocked("SAFETY"), moods.chatty, moods.lie])
def test_where_the_model_tells_no_kind_the_rules_do(desk, server, mood):
    server.mood = mood

    assert desk.open().classify([TREATISE]) == kind.classify([TREATISE])
