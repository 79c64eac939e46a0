"""Whom a pronoun means."""

from bookanalysis.ai.readers.offline.cast import FEMALE, MALE
from bookanalysis.ai.readers.offline.pronouns import (
    ALONE_BEFORE,
    ALONE_UNSEXED,
    FREE,
    LIKELY,
    PLAIN,
    UNSURE,
    antecedent,
)
from tests.ai.readers.offline.people import NAMES, cast_of


def meant_by(tables, text, word, gender):
    cast = cast_of(tables, text)
    meant = antecedent(cast, next(cast.places_of([word])), gender)
    return meant and (NAMES[meant.named.person], meant.weight)


def test_the_only_one_of_the_gender_is_meant(tables):
    assert meant_by(tables, "رأى سعد لميس في بيتها.", "بيتها", FEMALE) == ("لميس", PLAIN)


def test_a_name_of_another_sentence_counts_less(tables):
    assert meant_by(tables, "جاء سعد. وهذا بيته.", "بيته", MALE) == ("سعد", ALONE_BEFORE)


def test_words_between_dashes_do_not_end_a_sentence(tables):
    assert meant_by(tables, "رأى سعد — وكان مسرعا — هذا بيته.", "بيته", MALE) == ("سعد", PLAIN)


def test_a_dash_where_a_sentence_ends_opens_a_speech(tables):
    assert meant_by(tables, "جاء سعد. – هذا بيته.", "بيته", MALE) == ("سعد", ALONE_BEFORE)


def test_a_name_in_another_paragraph_is_not_meant(tables):
    assert meant_by(tables, "جاء سعد.\nوهذا بيته.", "بيته", MALE) is None


def test_speech_does_not_mean_the_speaker(tables):
    assert meant_by(tables, "جاء منذر. وقال سعد: «هذا بيته.»", "بيته", MALE) != ("سعد", PLAIN)


def test_of_several_the_one_that_no_preposition_rules(tables):
    assert meant_by(tables, "خرج سعد مع منذر من بيته.", "بيته", MALE) == ("سعد", LIKELY)


def test_of_several_subjects_the_last_is_perhaps_meant(tables):
    assert meant_by(tables, "سعد ومنذر في بيته.", "بيته", MALE) == ("منذر", UNSURE)


def test_who_may_be_a_woman_makes_it_unclear(tables):
    assert meant_by(tables, "جاءت لميس وشوقي إلى بيتها.", "بيتها", FEMALE) is None


def test_who_may_be_a_woman_is_meant_where_nobody_else_can_be(tables):
    assert meant_by(tables, "جاء منذر وخرج شوقي إلى بيتها.", "بيتها", FEMALE) == ("شوقي", ALONE_UNSEXED)


def test_who_only_tells_whose_somebody_is_is_not_meant(tables):
    assert meant_by(tables, "كانت لميس أخت سعاد في بيتها.", "بيتها", FEMALE) == ("لميس", FREE)


def test_a_friend_with_a_name_may_be_meant(tables):
    assert meant_by(tables, "رأى سعد صديقه منذرا في بيته.", "بيته", MALE) == ("منذر", UNSURE)
