"""Mentions become persons."""

from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.persons import persons_of
from bookanalysis.ai.readers.offline.words import BookWords


def mentions(*names: str) -> list[NamePlace]:
    """Mentions in order; «/» parts a title from the name, «+» a rank."""
    places = []
    for place, name in enumerate(names):
        titled, _, rank = name.partition("+")
        title, _, core = titled.rpartition("/")
        places.append(NamePlace(10 * place, 10 * place, title, tuple(core.split()), tuple(rank.split())))
    return places


def grouped(tables, *names: str) -> list[list[int]]:
    """Which of the mentions make one person, by their numbers."""
    words = BookWords(["كلمة " * 10 * (len(names) + 1)], tables)
    persons = persons_of(mentions(*names), tables, words)
    return [[mention.first // 10 for mention in person.mentions] for person in persons]


def test_a_first_name_belongs_to_the_full_name(tables):
    assert grouped(tables, "لميس حمصي", "لميس", "لميس") == [[0, 1, 2]]


def test_a_first_name_that_two_bear_means_the_one_last_named_in_full(tables):
    names = ["منذر حمصي", "منذر", "منذر", "منذر بصري", "منذر", "منذر"]

    assert grouped(tables, *names) == [[0, 1, 2], [3, 4, 5]]


def test_a_kunya_is_not_the_child(tables):
    assert grouped(tables, "ابو هلال", "هلال", "ابو هلال", "هلال", "ابو هلال", "هلال") == [
        [0, 2, 4],
        [1, 3, 5],
    ]


def test_a_title_alone_goes_to_the_only_one_who_bears_it(tables):
    assert grouped(
        tables, "الدكتور/غسان", "الدكتور/", "الدكتور/غسان", "الدكتور/", "لميس", "لميس", "لميس"
    ) == [
        [0, 1, 2, 3],
        [4, 5, 6],
    ]


def test_a_title_that_many_bear_goes_to_nobody(tables):
    names = ["الدكتور/غسان", "الدكتور/لميس", "الدكتور/"] * 3

    assert grouped(tables, *names) == [[0, 3, 6], [1, 4, 7]]


def test_neighbours_once_side_by_side_stay_two(tables):
    assert grouped(tables, "لميس", "غسان", "لميس", "غسان", "لميس", "غسان", "لميس غسان") == [
        [0, 2, 4, 6],
        [1, 3, 5, 6],
    ]


def test_who_is_named_twice_only_is_left_out(tables):
    assert grouped(tables, "لميس", "غسان", "لميس", "غسان", "غسان") == [[1, 3, 4]]


def test_a_father_and_a_noble_house_do_not_make_a_new_first_name(tables):
    assert grouped(tables, "منذر بن سعد", "منذر", "ابن سعد", "منذر") == [[0, 1, 2, 3]]


def test_a_couple_with_one_surname_is_told_by_the_titles(tables):
    names = ["مدام/دي فالوا", "مسيو/دي فالوا"] * 3 + ["دي فالوا"]

    assert grouped(tables, *names) == [[1, 3, 5, 6], [0, 2, 4]]


def test_a_wife_is_told_from_the_husband_who_is_named_in_full(tables):
    names = ["مدام/فالوس", "مسيو/رينو فالوس", "مدام/فالوس", "مسيو/رينو فالوس", "مدام/فالوس", "رينو"]

    assert grouped(tables, *names) == [[0, 2, 4], [1, 3, 5]]


def test_a_surname_is_not_hers_who_goes_by_her_first_name(tables):
    names = ["لورينا فالوس", "لورينا فالوس", *["لورينا"] * 5, *["فالوس"] * 3]

    assert grouped(tables, *names) == [[0, 1, 2, 3, 4, 5, 6], [7, 8, 9]]


def test_a_prince_and_a_bey_of_one_name_are_two(tables):
    names = ["الامير/منذر", "منذر", "الامير/منذر", "منذر+بك", "منذر", "منذر+بك"]

    assert grouped(tables, *names) == [[0, 1, 2], [3, 4, 5]]


def test_a_prince_who_is_also_a_bey_is_one(tables):
    names = ["الامير/منذر", "الامير/منذر", "منذر+بك", "منذر+بك", "الامير/منذر+بك"]

    assert grouped(tables, *names) == [[0, 1, 2, 3, 4]]


def test_a_station_met_once_parts_nobody(tables):
    assert grouped(tables, "الامير/منذر", "منذر", "منذر", "منذر+بك") == [[0, 1, 2, 3]]


def test_a_short_name_is_hardly_meant_for_who_is_named_in_full_once(tables):
    names = ["الملك/منذر"] * 12 + ["الامير/منذر حمصي", "منذر", "منذر"]

    assert grouped(tables, *names) == [[*range(12), 13, 14]]


def test_a_kunya_that_two_share_means_the_one_last_named_in_full(tables):
    full = ["ابو هلال بن غسان", "ابو هلال بن رشد"]
    names = [full[0], "ابو هلال", "ابو هلال", full[1], "ابو هلال", "ابو هلال"]

    assert grouped(tables, *names) == [[0, 1, 2], [3, 4, 5]]


def test_a_son_known_by_his_father_is_one_whatever_else_he_is_called(tables):
    names = ["ابن غسان"] * 6 + ["منذر بن غسان", "ابو هلال بن غسان"]

    assert grouped(tables, *names) == [[0, 1, 2, 3, 4, 5, 6, 7]]


def test_brothers_stay_two(tables):
    names = ["منذر بن غسان", "رائد بن غسان"] * 3

    assert grouped(tables, *names) == [[0, 2, 4], [1, 3, 5]]


def test_the_father_in_a_nasab_is_not_the_child(tables):
    names = ["لميس بنت غسان بن رشد", "غسان بن رشد"] * 3

    assert grouped(tables, *names) == [[0, 2, 4], [1, 3, 5]]


def test_a_foreign_name_in_two_spellings_is_one(tables):
    assert grouped(tables, "لافرنتو", "لافرينتو", "لافرنتو", "لافرينتو") == [[0, 1, 2, 3]]


def test_a_word_that_names_nobody_is_no_person(tables):
    assert grouped(tables, *["الراوي"] * 4, *["لميس"] * 3) == [[4, 5, 6]]


def test_one_full_name_by_chance_does_not_take_half_of_the_mentions(tables):
    names = ["المنتصر بن غسان", *["المنتصر"] * 70, "المنتصر بن رشد", *["المنتصر"] * 70]

    assert [len(group) for group in grouped(tables, *names)] == [141]


def test_a_laqab_alone_means_who_bears_it_behind_the_name(tables):
    names = ["رائد المنتصر", "رائد المنتصر", *["المنتصر"] * 4]

    assert grouped(tables, *names) == [[0, 1, 2, 3, 4, 5]]
