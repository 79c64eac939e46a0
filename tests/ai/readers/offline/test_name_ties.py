"""Names themselves tie father and child, and those of one family."""

from bookanalysis.ai.readers.offline.cast import Cast
from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.name_ties import name_ties, surname_ties
from bookanalysis.ai.readers.offline.words import BookWords

TEXT = "سعد بن منذر ومنذر وخالد ولميس كرامة وفارس كرامة"


def cast_of(tables, *people: tuple[str | None, list[tuple[str, ...]]]) -> Cast:
    """Persons by their gender and the cores of their mentions, one token each."""
    place = iter(range(100))
    mentions = []
    for _, cores in people:
        mentions.append([NamePlace(here := next(place), here, "", core, ()) for core in cores])
    return Cast(BookWords([TEXT * 3], tables), mentions, [gender for gender, _ in people])


SON = ("male", [("سعد", "بن", "منذر")])
FATHER = ("male", [("منذر",)])


def test_a_nasab_ties_child_and_father(tables):
    (tie,) = name_ties(cast_of(tables, SON, FATHER))

    assert (tie.a, tie.b, tie.type.value) == (0, 1, "family")


def test_a_nasab_ties_nobody_where_two_bear_the_fathers_name(tables):
    assert not list(name_ties(cast_of(tables, SON, FATHER, ("male", [("منذر", "الكبير")]))))


def test_a_nasab_does_not_tie_to_the_grandson_of_the_same_name(tables):
    grandson = ("male", [("منذر", "بن", "سعد")])

    assert all(tie.a != 0 for tie in name_ties(cast_of(tables, SON, grandson)))


def test_a_man_is_nobodys_daughter(tables):
    his = ("male", [("سعد", "بنت", "منذر")])

    assert not list(name_ties(cast_of(tables, his, FATHER)))


def test_a_woman_is_no_father(tables):
    assert not list(name_ties(cast_of(tables, SON, ("female", [("منذر",)]))))


def test_a_father_of_unknown_gender_is_a_father(tables):
    (tie,) = name_ties(cast_of(tables, SON, (None, [("منذر",)])))

    assert (tie.a, tie.b) == (0, 1)


def test_two_who_often_bear_one_surname_are_family(tables):
    lamis = ("female", [("لميس", "كرامه")] * 2)
    faris = ("male", [("فارس", "كرامه")] * 2)

    (tie,) = surname_ties(cast_of(tables, lamis, faris))

    assert (tie.a, tie.b, tie.type.value) == (0, 1, "family")


def test_a_surname_has_two_genders(tables):
    lamis = ("female", [("لميس", "قاسميه")] * 2)
    faris = ("male", [("فارس", "قاسمي")] * 2)

    assert list(surname_ties(cast_of(tables, lamis, faris)))


def test_a_surname_read_once_is_perhaps_none(tables):
    lamis = ("female", [("لميس", "كرامه")])
    faris = ("male", [("فارس", "كرامه")] * 2)

    assert not list(surname_ties(cast_of(tables, lamis, faris)))
