"""A character in the making knows its gender from all signs."""

from bookanalysis.ai.identity.member import new_member
from bookanalysis.ai.readers import KnownPerson


def test_signs_that_differ_leave_the_gender_open():
    member = new_member("c1", KnownPerson("لميس", ("لميس",), gender="male"))

    member.recognise("السيدة لميس")

    assert member.gender is None


def test_the_names_tell_the_gender():
    member = new_member("c1", None)

    member.recognise("لميس")
    member.recognise("لميس هانم")

    assert member.gender == "female"


def test_a_word_that_is_no_gender_counts_for_nothing():
    member = new_member("c1", None)

    member.genders |= {"male", "unknown"}

    assert member.gender == "male"
