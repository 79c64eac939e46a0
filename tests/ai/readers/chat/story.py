"""A story of our own in two parts, and who is in it."""

from bookanalysis.ai.readers import Part, Passage, PresentCharacter
from tests.gemini.cast import Cast

FIRST = "خرج سالم من الدار قبل الفجر. كان شعره أسود كالليل. وقالت هند أخت سالم: لا تتأخر يا أبا محمد."
SECOND = "وصل الدكتور رائد إلى القرية، ونزل عند هند. ولم ينم أحد في الحارة تلك الليلة."
SENTENCES = ("خرج سالم من الدار قبل الفجر.", "وصل الدكتور رائد إلى القرية، ونزل عند هند.")
CAST = Cast(
    forms={"سالم": ["سالم", "أبا محمد"], "هند": ["هند"], "الدكتور رائد": ["الدكتور رائد"]},
    facts={
        "سالم": [("physical", "hair", "أسود", "شعره أسود كالليل", "")],
        "هند": [("relationship", "family", "أخت سالم", "هند أخت سالم", "سالم")],
    },
    title="طريق القرية",
    author="كاتبة",
)


def passage_of(*texts: str, number: int = 1) -> Passage:
    parts, text = [], ""
    for chunk, each in enumerate(texts, 1):
        parts.append(Part(chunk, f"الفصل {chunk}", len(text), len(text) + len(each)))
        text += each + "\n"
    return Passage(number, text.rstrip("\n"), tuple(parts))


PASSAGE = passage_of(FIRST, SECOND)


def present(passage: Passage, *names: str) -> list[PresentCharacter]:
    return [
        PresentCharacter(name, ((start, start + len(name)),))
        for name in names
        if (start := passage.text.find(name)) >= 0
    ]


CHARACTERS = present(PASSAGE, "سالم", "هند", "الدكتور رائد")


def long_passage(words: int) -> Passage:
    """Sentences of our own, no two alike, with سالم in each second one."""
    sentences = [
        f"{'خرج سالم' if number % 2 else 'مرّت القافلة'} في اليوم {number} من السفر نحو الوادي البعيد."
        for number in range(1, words // 9 + 1)
    ]
    return passage_of(" ".join(sentences))
