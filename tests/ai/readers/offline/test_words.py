"""The words of a book, without the particles joined to them."""

from bookanalysis.ai.readers.offline.words import BookWords, tokens_of
from bookanalysis.arabic import fold


def stems(text: str, tables) -> list[str]:
    return [stem for stem in BookWords([text], tables).stems if stem]


def test_a_particle_is_taken_off_where_the_rest_is_a_word_of_the_book(tables):
    assert stems("جاء خالد، وخالد أخي، سلمت على خالد", tables).count("خالد") == 3


def test_a_name_that_begins_like_a_particle_stays_whole(tables):
    assert stems("جاء وليد وفريد وكريم، رأيت وليد", tables).count("وليد") == 2


def test_the_article_in_the_particle_comes_back(tables):
    assert stems("جاء الأمير وقلت للأمير", tables).count("الامير") == 2


def test_compound_names_are_one_word():
    words = [key for key, _, _ in tokens_of(fold("رأى عبد الرحيم ونور الدين وسيف الدولة وعبد الله"))]

    assert words == ["راي", "عبدالرحيم", "ونورالدين", "وسيفالدوله", "وعبدالله"]


def test_a_span_leads_to_the_text_without_the_particle(tables):
    words = BookWords(["رأيتُ خالدًا", "جاء خالد وقلتُ لخالدٍ اجلس خالد"], tables)
    place = words.keys.index("لخالد")

    assert words.surface(place, place) == "خالدٍ"
    assert words.passage_of(place) == 1
    assert words.left_of(place) == "+ل"
