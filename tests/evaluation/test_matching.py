from bookanalysis.evaluation import Gold, align
from bookanalysis.profile import Role
from tests.evaluation.golds import VILLAGE, person, said

TWO_AMINS = Gold("بيت أمين", (person("الأمير أمين", 40, "أمين"), person("أمين بك", 20, "سليمان")))


def matched(alignment):
    return {
        alignment.predicted[place].name: alignment.gold.characters[match].name
        for place, match in alignment.matches.items()
    }


def test_a_title_more_or_less_is_the_same_person():
    assert matched(align(VILLAGE, [said("رائد"), said("الشيخ سالم")])) == {
        "رائد": "رائد بك",
        "الشيخ سالم": "سالم",
    }


def test_a_title_is_not_taken_away_where_two_persons_remain():
    assert matched(align(TWO_AMINS, [said("السيد أمين")])) == {}


def test_the_exact_name_goes_before_the_name_without_its_title():
    assert matched(align(TWO_AMINS, [said("أمين")])) == {"أمين": "الأمير أمين"}


def test_the_whole_assignment_is_the_best_and_not_the_first_pair():
    """«أمين» alone would best be the prince, but then «الأمير أمين», who can be nobody else, is left."""
    alignment = align(TWO_AMINS, [said("أمين", "سليمان", mentions=9), said("الأمير أمين", mentions=1)])

    assert matched(alignment) == {"أمين": "أمين بك", "الأمير أمين": "الأمير أمين"}


def test_a_reading_of_one_cannot_be_two():
    assert len(align(TWO_AMINS, [said("الأمير أمين", "أمين بك")]).matches) == 1


def test_between_equals_the_one_named_more_often_is_matched():
    twins = [said("هند", role=Role.MINOR, mentions=2), said("هند", role=Role.MAIN, mentions=8)]

    alignment = align(VILLAGE, twins)

    assert [alignment.predicted[place].mentions for place in alignment.matches] == [8]
    assert [alignment.predicted[place].mentions for place in alignment.duplicates] == [2]
