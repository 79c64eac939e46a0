"""Title and author come from the metadata, else from the title page."""

from bookanalysis.ai.answers import BookName
from bookanalysis.ai.readers.offline.book_name import name_book

TITLE_PAGE = "ظلال البحر\n\nتأليف\nغسان الحمصي\n\nالفصل الأول\nكان المساء هادئا."


def test_what_the_metadata_says_holds():
    said = BookName(title="عنوان", author="مؤلف")

    assert name_book(TITLE_PAGE, said) == said


def test_a_title_page_names_the_book_and_its_author():
    assert name_book(TITLE_PAGE, BookName()) == BookName(title="ظلال البحر", author="غسان الحمصي")


def test_an_author_may_stand_on_the_line_that_announces_him():
    assert name_book("ظلال البحر\nبقلم: غسان الحمصي\n", BookName()).author == "غسان الحمصي"


def test_only_what_is_missing_is_looked_for():
    assert name_book(TITLE_PAGE, BookName(title="عنوان")) == BookName(title="عنوان", author="غسان الحمصي")


def test_a_text_that_begins_at_once_has_no_name():
    assert name_book("كان المساء هادئا.\nدخل غسان.", BookName()) == BookName()
