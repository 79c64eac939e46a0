"""The offline reader answers about the passages of a book that it has seen."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bookanalysis.ai.answers import FactList, NameList, SummaryList
from bookanalysis.ai.readers import Part, Passage, PresentCharacter
from bookanalysis.ai.readers.offline.prepared import PreparedOfflineReader
from bookanalysis.arabic import fold
from bookanalysis.profile import FactKind
from tests.ai.readers.offline.story import PASSAGES, passage_of


def present(names: NameList) -> list[PresentCharacter]:
    return [
        PresentCharacter(
            person.name,
            tuple((mention.start, mention.start + len(mention.text)) for mention in person.mentions),
        )
        for person in names.persons
    ]


def told(prepared: PreparedOfflineReader, passage: Passage) -> FactList:
    return prepared.describe(passage, present(prepared.list_names(passage)))


def name_of(number: int, prepared: PreparedOfflineReader, passage: Passage) -> str:
    """Whom an answer means by a number."""
    return prepared.list_names(passage).persons[number - 1].name


def test_the_persons_of_the_book_are_known_before_the_first_passage(prepared):
    assert [person.name for person in prepared.known_persons] == [
        "رائد الحمصي",
        "لميس",
        "الدكتور غسان",
        "أبو هلال",
    ]


def test_a_street_is_no_person(prepared):
    assert not any("رشدان" in form for person in prepared.known_persons for form in person.forms)


@pytest.mark.parametrize("passage", PASSAGES)
def test_every_mention_stands_where_it_says(prepared, passage):
    names = prepared.list_names(passage)

    for person in names.persons:
        for mention in person.mentions:
            assert passage.text[mention.start : mention.start + len(mention.text)] == mention.text


def test_every_form_of_a_known_person_stands_in_the_text(prepared):
    text = "".join(passage.text for passage in PASSAGES)

    for person in prepared.known_persons:
        assert all(form in text for form in person.forms)


def test_a_mention_behind_a_particle_leaves_the_particle_out(prepared):
    mentions = [
        mention.text
        for person in prepared.list_names(PASSAGES[0]).persons
        for mention in person.mentions
        if fold(person.name) == fold("رائد الحمصي")
    ]

    assert set(mentions) == {"رائد الحمصي", "رائد"}


def test_a_title_alone_means_its_bearer_named_nearby(prepared):
    names = prepared.list_names(PASSAGES[1])

    confirmed = prepared.confirm_names(PASSAGES[1], names, SummaryList(), ())

    forms = {person.name: {mention.text for mention in person.mentions} for person in confirmed.persons}
    assert forms["الدكتور غسان"] >= {"الدكتور غسان", "غسان"}


def test_kin_words_between_two_names_tie_them_as_family(prepared):
    ties = [fact for fact in told(prepared, PASSAGES[0]).facts if fact.kind is FactKind.RELATIONSHIP]

    family = [
        fact
        for fact in ties
        if {name_of(fact.character, prepared, PASSAGES[0]), name_of(fact.other, prepared, PASSAGES[0])}
        == {"لميس", "أبو هلال"}
    ]
    assert [fact.key for fact in family] == ["family"] * len(family) != []
    assert any("أخت" in fact.words for fact in family)


def test_gender_is_told_by_the_verbs_beside_the_name(prepared):
    genders = {
        name_of(fact.character, prepared, PASSAGES[0]): fact.value
        for fact in told(prepared, PASSAGES[0]).facts
        if fact.kind is FactKind.GENDER
    }

    assert genders["لميس"] == "female"
    assert genders["رائد الحمصي"] == "male"


@pytest.mark.parametrize("passage", PASSAGES)
def test_every_fact_shows_words_of_the_passage(prepared, passage):
    facts = told(prepared, passage).facts

    assert facts
    for fact in facts:
        assert passage.text[fact.start : fact.start + len(fact.words)] == fact.words


def test_a_summary_is_made_of_sentences_that_name_the_persons(prepared):
    summary = prepared.summarize(PASSAGES[0], prepared.list_names(PASSAGES[0])).summaries[0].text

    assert "رائد" in summary
    assert len(summary) < len(PASSAGES[0].text) / 1.5


def test_the_same_text_gives_the_same_answers_in_any_thread(tables, prepared):
    again = PreparedOfflineReader(PASSAGES, tables)

    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: told(again, PASSAGES[0]), range(8)))

    assert again.known_persons == prepared.known_persons
    assert all(answer == told(prepared, PASSAGES[0]) for answer in answers)


def test_vowel_marks_change_nothing_but_the_places(tables, prepared):
    marked = [
        passage_of(passage.number, passage.text.replace("لميس", "لَمِيسُ").replace("رائد", "رَائِد"))
        for passage in PASSAGES
    ]

    persons = PreparedOfflineReader(marked, tables).known_persons

    assert [fold(person.name) for person in persons] == [
        fold(person.name) for person in prepared.known_persons
    ]


def test_a_passage_tells_what_its_persons_are_like(prepared):
    facts = told(prepared, PASSAGES[0]).facts

    occupations = [fact for fact in facts if fact.kind is FactKind.OCCUPATION]
    assert [(name_of(fact.character, prepared, PASSAGES[0]), fact.value) for fact in occupations] == [
        ("الدكتور غسان", "دكتور"),
        ("الدكتور غسان", "طبيب"),
    ]


def test_words_that_reach_into_the_next_part_tell_nothing(tables, prepared):
    whole = told(prepared, PASSAGES[0]).facts
    (tie, *_) = [fact for fact in whole if fact.kind is FactKind.RELATIONSHIP and fact.key == "family"]
    middle = tie.start + len(tie.words) // 2
    text = PASSAGES[0].text
    parted = Passage(1, text, (Part(1, "", 0, middle), Part(2, "", middle, len(text))))
    again = PreparedOfflineReader((parted, PASSAGES[1]), tables)

    facts = told(again, parted).facts

    assert tie not in facts
    assert all(fact.start + len(fact.words) <= middle or fact.start >= middle for fact in facts)
    assert len(facts) == sum(fact.start + len(fact.words) <= middle or fact.start >= middle for fact in whole)


def test_an_empty_book_has_nobody(tables):
    empty = PreparedOfflineReader((), tables)
    blank = PreparedOfflineReader((passage_of(1, " \n"),), tables)

    assert empty.known_persons == blank.known_persons == []
    assert blank.list_names(passage_of(1, " \n")).persons == []
    assert blank.summarize(passage_of(1, " \n"), NameList()).summaries[0].text == ""
