"""Only the work itself becomes chunks, and every chunk knows its place."""

import pytest

from bookanalysis.ai.context import Piece
from bookanalysis.ai.preprocessor.metadata_remover import SEPARATOR, numbered, remove_metadata

STORY = "خرج سالم من الدار قبل الفجر. ولم يلق أحدا في الطريق."
TITLES = ("طريق القرية", "ليلى الكاتبة")


def kept(*texts: str, kind: str | None = None) -> list[str]:
    pieces = [Piece(number, "فصل", kind, text) for number, text in enumerate(texts, 1)]
    return [piece.text for piece in remove_metadata(pieces, TITLES)]


@pytest.mark.parametrize("kind", ["titlepage", "toc", "colophon", "footnotes", "cover"])
def test_what_the_book_says_is_no_part_of_the_work_is_dropped(kind):
    assert kept(STORY, kind=kind) == []


@pytest.mark.parametrize("kind", ["chapter", "prologue", "epilogue", None])
def test_the_work_itself_stays(kind):
    assert kept(STORY, kind=kind) == [STORY]


@pytest.mark.parametrize(
    "page",
    [
        "طريق القرية\nليلى الكاتبة",
        "طريق القرية\nحكاية من الجبل\nتأليف\nالدكتورة ليلى الكاتبة",
        "الطبعة الأولى ٢٠١٠\nجميع الحقوق محفوظة\nرقم الإيداع ٤٤٣٢",
        "الناشر: دار الجبل\nISBN 978-0-00-000000-0",
        "المحتويات\nالفصل الأول\nالفصل الثاني",
        "الفجر ٧\nالسوق ٢٣\nالمطر ٤١\nالعودة ٦٦",
        "* * *",
        "",
    ],
)
def test_front_matter_is_told_by_what_it_says(page):
    assert kept(page, STORY) == [STORY]


@pytest.mark.parametrize(
    "chapter",
    [
        "ماتت ليلى في طريق القرية.",
        "المطر\nنزل المطر.",
        "قال الناشر إنه لا يريد الكتاب، ومضى سالم حزينا.",
        "١\nخرج سالم.\n٢\nعاد سالم.",
    ],
)
def test_a_short_chapter_of_the_story_stays(chapter):
    assert kept(chapter) == [chapter]


@pytest.mark.parametrize("mark", ["[1]", " (١)", "١", "¹"])
def test_footnotes_go_with_the_marks_that_lead_to_them(mark):
    chapter = f"وصل سالم إلى البندر{mark} مع أخيه.\n(١) البندر: المدينة.\n(٢) أخوه الأكبر. ↩"

    assert kept(chapter) == ["وصل سالم إلى البندر مع أخيه."]


def test_notes_under_a_rule_go_without_any_mark():
    assert kept(f"{STORY}\n_____\n* كتبت سنة ١٩٢٠.") == [STORY]


def test_a_numbered_list_without_marks_belongs_to_the_story():
    chapter = "كتب سالم ما يريد:\n١- الخبز\n٢- الملح"

    assert kept(chapter) == [chapter]


def test_a_page_reference_is_no_mark():
    assert kept("وجد ص٤٥ ممزقة، وكان العدد ١٢ رجلا.") == ["وجد ص٤٥ ممزقة، وكان العدد ١٢ رجلا."]


def test_notes_at_the_end_of_a_chapter_go_when_the_mark_is_in_an_earlier_piece():
    pieces = [
        Piece(1, "فصل", None, "جاء إلى البندر[١] وحده."),
        Piece(1, "فصل", None, "ثم عاد.\n[١] المدينة."),
    ]

    assert [piece.text for piece in remove_metadata(pieces, ())] == ["جاء إلى البندر وحده.", "ثم عاد."]


def test_a_chunk_stands_at_its_place_in_the_joined_text():
    pieces = [Piece(3, "أ", None, STORY), Piece(3, "أ", None, "ثم عاد."), Piece(7, "ب", None, "نزل المطر.")]

    chunks = numbered(pieces)
    text = SEPARATOR.join(chunk.text for chunk in chunks)

    assert [text[chunk.start : chunk.end] for chunk in chunks] == [chunk.text for chunk in chunks]
    assert [(chunk.number, chunk.chapter_number) for chunk in chunks] == [(1, 1), (2, 1), (3, 2)]


def test_a_heading_keeps_its_number_and_loses_its_mark():
    piece = Piece(1, "مضجع العروس١ (2)", None, STORY)

    assert remove_metadata([piece], ())[0].chapter_title == "مضجع العروس (2)"
