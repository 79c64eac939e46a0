"""Whose a title is, the user's or the reading's."""

from bookanalysis.models import Book


def test_what_a_reading_finds_names_a_book_that_has_no_name():
    book = Book()

    book.take_name("الأيام", "طه حسين")

    assert (book.title, book.author) == ("الأيام", "طه حسين")
    assert book.search_key == "الايام طه حسين"


def test_what_the_user_typed_stays_when_a_reading_finds_another_name():
    book = Book(title="أيامي")

    book.take_name("الأيام", "طه حسين")

    assert (book.title, book.author) == ("أيامي", "طه حسين")


def test_a_found_name_is_forgotten_with_its_reading():
    book = Book(title="أيامي")
    book.take_name("الأيام", "طه حسين")

    book.forget_reading()

    assert (book.title, book.author) == ("أيامي", None)
    assert book.search_key == "ايامي"


def test_a_found_name_that_the_user_changed_is_the_users():
    book = Book()
    book.take_name("الأيام", "طه حسين")
    book.title = "الأيام، الجزء الأول"

    book.forget_reading()

    assert (book.title, book.author) == ("الأيام، الجزء الأول", None)


def test_a_name_that_no_reading_found_stays():
    book = Book(title="أيامي", author="سلمى")

    book.forget_reading()

    assert (book.title, book.author) == ("أيامي", "سلمى")
