"""A mention is kept with its place, and belongs to one person."""

from bookanalysis.ai.answers import Mention, NamedPerson, NameList
from bookanalysis.ai.grounding import GroundedPersons, ground_persons
from bookanalysis.arabic import FoldedText
from tests.ai.passages import passage_of

TEXT = "جاء أحمد علي إلى الدار. ورأى أَحْمَدُ أمَّه فاطمة، وكانت فاطِمَة تبكي."


def names(**persons: list[Mention]) -> NameList:
    return NameList(persons=[NamedPerson(name=name, mentions=mentions) for name, mentions in persons.items()])


def ground(answer: NameList, *texts: str) -> GroundedPersons:
    passage = passage_of(*texts or [TEXT])
    return ground_persons(FoldedText(passage.text), passage, answer)


def forms(answer: NameList, *texts: str) -> list[tuple[str, list[str]]]:
    return [
        (person.name, [form for _, _, form in person.mentions]) for person in ground(answer, *texts).persons
    ]


def test_a_form_stands_for_all_its_places_whatever_its_marks():
    answer = names(فاطمة=[Mention(text="فاطمة")])

    assert forms(answer) == [("فاطمة", ["فاطمة", "فاطِمَة"])]


def test_a_longer_name_is_not_found_again_as_a_shorter_one():
    answer = names(أحمد=[Mention(text="أحمد"), Mention(text="أحمد علي")])

    assert forms(answer) == [("أحمد", ["أحمد علي", "أَحْمَدُ"])]


def test_every_mention_is_the_text_at_its_place():
    grounded = ground(names(فاطمة=[Mention(text="فاطمه")]))

    assert all(TEXT[start:end] == form for person in grounded.persons for start, end, form in person.mentions)
    assert len(grounded.persons[0].mentions) == 2


def test_a_told_place_is_that_place_alone():
    start = TEXT.index("فاطمة")

    assert forms(names(فاطمة=[Mention(text="فاطمة", start=start)])) == [("فاطمة", ["فاطمة"])]


def test_a_wrong_place_is_looked_up():
    assert forms(names(فاطمة=[Mention(text="فاطمة", start=0)])) == [("فاطمة", ["فاطمة", "فاطِمَة"])]


def test_a_person_whose_mentions_are_all_invented_is_no_person():
    grounded = ground(names(زيد=[Mention(text="زيد"), Mention(text="أبو زيد")]))

    assert grounded.persons == ()
    assert grounded.dropped == 2


def test_a_place_belongs_to_the_first_who_tells_it():
    place = Mention(text="فاطمة", start=TEXT.index("فاطمة"))

    grounded = ground(names(فاطمة=[place], الأم=[place]))

    assert [person.name for person in grounded.persons] == ["فاطمة"]
    assert grounded.dropped == 1


def test_a_form_that_two_go_by_means_the_one_last_met_in_full():
    text = "دخل سعيد الكبير وجلس. ثم تكلم سعيد. وجاء سعيد الصغير يجري، فنظر إليه الجميع وضحك سعيد."
    both = names(
        **{
            "سعيد الكبير": [Mention(text="سعيد الكبير"), Mention(text="سعيد")],
            "سعيد الصغير": [Mention(text="سعيد الصغير"), Mention(text="سعيد")],
        }
    )

    assert forms(both, text) == [
        ("سعيد الكبير", ["سعيد الكبير", "سعيد"]),
        ("سعيد الصغير", ["سعيد الصغير", "سعيد"]),
    ]


def test_a_shared_form_before_any_full_name_means_the_one_who_comes_next():
    text = "ضحك سعيد. كان سعيد الصغير مرحا، أما سعيد الكبير فلا."
    both = names(
        **{
            "سعيد الكبير": [Mention(text="سعيد الكبير"), Mention(text="سعيد")],
            "سعيد الصغير": [Mention(text="سعيد الصغير"), Mention(text="سعيد")],
        }
    )

    assert dict(forms(both, text))["سعيد الصغير"] == ["سعيد", "سعيد الصغير"]


def test_a_name_does_not_run_from_one_chunk_into_the_next():
    assert forms(names(سعد=[Mention(text="سعد علي")]), "وقف سعد", "علي في الدار") == []


def test_the_order_of_the_forms_changes_nothing():
    one = names(أحمد=[Mention(text="أحمد"), Mention(text="أحمد علي")], فاطمة=[Mention(text="فاطمة")])
    other = names(أحمد=[Mention(text="أحمد علي"), Mention(text="أحمد")], فاطمة=[Mention(text="فاطمة")])

    assert ground(one) == ground(other)
