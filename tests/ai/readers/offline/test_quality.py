"""Readable text scores well, and every kind of noise is named."""

import random

import pytest

from bookanalysis.ai.readers.offline.quality import assess

STORY = """خرجت ليلى من البيت عند الفجر، ولم يكن في الطريق أحد. وكانت قد سمعت من أمها في الليل أن سالما \
عاد من سفره،
فلما وصلت إلى البئر رأته جالسا تحت الشجرة وبين يديه كتاب قديم.
قال لها وهو ينظر إلى الماء: «كيف حالك يا ليلى؟ لقد مضت سنة كاملة ولم يأت منك خبر.»
فقالت: «وهل كتبت أنت إلي شيئا؟» ثم سكتت، لأنها لم تكن تريد أن يرى دموعها.
ومر وقت طويل لا يتكلم فيه أحد منهما، حتى جاء الراعي بغنمه فقام سالم وسلم عليه، وسأله عن القرية وأهلها \
وما كان
من أمر الحقل بعد المطر. فقال الراعي إن كل شيء كما كان، إلا أن الشيخ مات في الشتاء وترك الدار لابنته.
عند ذلك عرفت ليلى لماذا عاد، ولم تقل شيئا، بل أخذت الجرة ورجعت من حيث جاءت.
وفي المساء جاءت إليها جارتها وقالت إن الرجل الغريب قد سأل عنها مرتين، ثم ذهب إلى المدينة على أن يعود \
بعد يومين.
فلم تنم في تلك الليلة، وبقيت تنظر إلى القمر من النافذة وهي تفكر في ما كان بينهما قبل أن يرحل عنها ذلك \
اليوم."""

THRESHOLD = 0.5


def noisy(text: str, share: float) -> str:
    chance = random.Random(7)
    letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ~^|$.;"
    return "".join(chance.choice(letters) if chance.random() < share else letter for letter in text)


def vocalised(text: str) -> str:
    return "".join(letter + "\u064e" if letter.isalpha() else letter for letter in text)


def test_a_clean_story_has_no_issues():
    found = assess([STORY])

    assert (found.quality_score, found.issues) == (1.0, [])


def test_vowel_marks_are_no_noise():
    assert assess([vocalised(STORY)]).quality_score == 1.0


def test_a_story_without_punctuation_is_still_readable():
    bare = "".join(letter for letter in STORY if letter.isalpha() or letter.isspace())

    assert assess([bare]).quality_score > 0.9


@pytest.mark.parametrize(
    ("noise", "issue"),
    [
        (STORY.encode().decode("latin-1"), "broken characters"),
        (STORY.encode("windows-1256").decode("windows-1252", "replace"), "broken characters"),
        (" ".join(STORY.replace("\n", "")), "letters that stand alone"),
        (
            "\n".join(["حقوق الطبع محفوظة لدار النشر في القاهرة ولا يجوز النقل منها"] * 40),
            "the same lines again and again",
        ),
        ("خغظض ثذشز غضطح ظصقثف ضزذخش قفغعه صضثقف " * 30, "few of the words are common ones"),
        ("\n".join(dict.fromkeys(STORY.split())), "hardly any sentences"),
        (STORY.replace("ا", "l").replace("و", "9"), "words of mixed scripts"),
        ("", "hardly any text"),
        ("خرجت ليلى إلى البئر.", "hardly any text"),
    ],
)
def test_noise_is_refused_and_named(noise, issue):
    found = assess([noise])

    assert found.quality_score < THRESHOLD
    assert issue in found.issues


def test_the_more_letters_are_wrong_the_lower_the_score():
    scores = [assess([noisy(STORY, share)]).quality_score for share in (0.0, 0.1, 0.2, 0.3)]

    assert scores == sorted(scores, reverse=True)
    assert scores[0] == 1.0 > THRESHOLD > scores[-1]


def test_the_issue_that_costs_most_comes_first():
    found = assess([noisy(STORY * 4, 0.02) + "\n" + STORY.encode().decode("latin-1") * 4])

    assert found.issues[0] == "broken characters"


def test_an_english_text_is_not_called_noise():
    english = "She went out of the house at dawn, and there was nobody on the road. " * 3
    more = "Her mother had told her that he was back from his travels; she did not sleep. " * 2

    assert assess([english + more]).quality_score > THRESHOLD
