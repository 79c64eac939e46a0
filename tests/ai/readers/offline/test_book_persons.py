"""What the words around the names say decides who is who in a whole book."""

from bookanalysis.ai.readers.offline.mentions import NamePlace
from bookanalysis.ai.readers.offline.persons import persons_of
from bookanalysis.ai.readers.offline.words import BookWords


def cores_of(tables, text: str, *names: str) -> list[list[str]]:
    """The persons of a text in which each of the names is found, by the cores under which they go."""
    words = BookWords([text], tables)
    mentions = []
    place = 0
    while place < len(words.stems):
        found = max(
            (
                name.split()
                for name in names
                if words.stems[place : place + len(name.split())] == name.split()
            ),
            key=len,
            default=None,
        )
        if found:
            mentions.append(NamePlace(place, place + len(found) - 1, "", tuple(found), ()))
        place += len(found or [""])
    return [
        sorted({" ".join(core) for core in person.cores}) for person in persons_of(mentions, tables, words)
    ]


def test_two_spellings_side_by_side_are_two_people(tables):
    text = "جاء لافرنتو ولافرينتو معا.\n" + "جلس لافرنتو. جلس لافرينتو.\n" * 3

    assert cores_of(tables, text, "لافرنتو", "لافرينتو") == [["لافرنتو"], ["لافرينتو"]]


def test_an_alias_that_the_text_tells_joins_two_names(tables):
    text = "جاء غسان الملقب بسهيل.\n" + "جلس غسان هناك. نهض سهيل هناك.\n" * 3

    assert cores_of(tables, text, "غسان", "سهيل") == [["سهيل", "غسان"]]


def test_two_who_are_told_to_be_one_when_both_are_known_are_left_to_the_end(tables):
    text = "جلس غسان هناك. نهض سهيل هناك.\n" * 3 + "جاء غسان الملقب بسهيل.\n"

    assert cores_of(tables, text, "غسان", "سهيل") == [["غسان"], ["سهيل"]]


def test_who_speak_to_each_other_are_not_joined_by_an_alias(tables):
    text = "جاء غسان الملقب بسهيل.\nقال غسان لسهيل كلاما.\n" + "جلس غسان هناك. نهض سهيل هناك.\n" * 3

    assert len(cores_of(tables, text, "غسان", "سهيل")) == 2


def test_a_namesake_who_is_spoken_to_is_the_other_one(tables):
    text = (
        "جاء منذر الحمصي. جاء منذر البصري.\n"
        "قال منذر لمنذر البصري كلاما.\n"
        "نهض منذر الحمصي. نهض منذر البصري. جلس منذر الحمصي."
    )
    words = BookWords([text], tables)
    places = [n for n, stem in enumerate(words.stems) if stem == "منذر"]
    full = [words.stems[n + 1] in ("الحمصي", "البصري") for n in places]
    mentions = [
        NamePlace(n, n + is_full, "", ("منذر", words.stems[n + 1]) if is_full else ("منذر",), ())
        for n, is_full in zip(places, full, strict=True)
    ]

    persons = persons_of(mentions, tables, words)

    bare = mentions[full.index(False)]
    (owner,) = [person for person in persons if bare in person.mentions]
    assert ("منذر", "الحمصي") in owner.cores


def test_who_is_only_talked_of_now_and_then_is_no_person_of_the_story(tables):
    pause = "ومضت الأيام " * 800
    text = f"جلس غسان. ذكروا سهيل مرة. {pause} جلس غسان. ذكروا سهيل مرة. {pause} جلس غسان. ذكروا سهيل مرة."

    assert cores_of(tables, text, "غسان", "سهيل") == [["غسان"]]


def test_who_is_talked_of_and_acts_once_is_a_person_of_the_story(tables):
    pause = "ومضت الأيام " * 800
    text = f"ذكروا سهيل مرة. {pause} ذكروا سهيل مرة. {pause} ثم جاء سهيل ضاحكا."

    assert cores_of(tables, text, "سهيل") == [["سهيل"]]
