"""What is shown of a book follows from its record, whatever its order."""

from dataclasses import replace

from bookanalysis.fold import fold_book
from bookanalysis.profile import Role
from tests.export.test_document import BOOK


def by_name(book):
    return {folded.name: folded for folded in fold_book(book).characters.values()}


def test_characters_stand_by_their_mentions_and_who_is_not_mentioned_is_left_out():
    assert list(by_name(BOOK)) == ["هند", "سالم", "الطبيب"]


def test_each_of_a_pair_sees_the_relationship_from_its_side():
    folded = by_name(BOOK)

    link = {"description": "معلم هند"}
    assert folded["سالم"].profile["relationships"] == [{"character": "هند", "type": "mentor", **link}]
    assert folded["هند"].profile["relationships"] == [{"character": "سالم", "type": "student", **link}]


def test_a_role_is_a_share_of_the_mentions():
    salim, hind, *others = BOOK.characters
    often = replace(hind, mentions={1: [(0, 4)] * 90, 2: [(0, 4)]})
    book = replace(BOOK, characters=[salim, often, *others])

    assert by_name(BOOK)["هند"].role is by_name(book)["هند"].role is Role.MAIN
    assert by_name(book)["سالم"].role is Role.MINOR


def test_facts_in_another_order_fold_to_the_same():
    assert fold_book(replace(BOOK, facts=BOOK.facts[::-1])) == fold_book(BOOK)
